// Writes quotations, each in its article and of its statement.
UNWIND $rows AS row
MERGE (n:Quotation {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.IN AS article
UNWIND row.RENDERS AS statement
MATCH (a:Article {id: article.to}), (s:Statement {id: statement.to})
MERGE (n)-[:IN]->(a)
MERGE (n)-[:RENDERS]->(s)
