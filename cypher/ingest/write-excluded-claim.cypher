// Creates the claims that are kept out of the graph, with their reasons.
UNWIND $rows AS row
MATCH (a:Article {id: row.IN})
CREATE (n:ExcludedClaim {id: row.id}), (n)-[:IN]->(a)
SET n += row.properties, n.hash = row.hash
