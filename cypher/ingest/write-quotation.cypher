// Creates quotations, each in its article and of its statement.
UNWIND $rows AS row
MATCH (a:Article {id: row.IN}), (s:Statement {id: row.RENDERS})
CREATE (n:Quotation {id: row.id}), (n)-[:IN]->(a), (n)-[:RENDERS]->(s)
SET n += row.properties, n.hash = row.hash
