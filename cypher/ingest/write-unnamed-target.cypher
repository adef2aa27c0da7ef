// Creates the descriptions of whom quotations are aimed at, where nobody is named.
UNWIND $rows AS row
MATCH (a:Article {id: row.IN}), (q:Quotation {id: row.TARGET_OF})
CREATE (n:UnnamedTarget {id: row.id}), (n)-[:IN]->(a), (n)-[:TARGET_OF]->(q)
SET n += row.properties, n.hash = row.hash
WITH n, row
MATCH (e:Entity {id: row.DESCRIBED_OF})
CREATE (n)-[:DESCRIBED_OF]->(e)
