// Writes the claims that are kept out of the graph, with their reasons.
UNWIND $rows AS row
MERGE (n:SetAside {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.IN AS article
MATCH (a:Article {id: article.to})
MERGE (n)-[:IN]->(a)
