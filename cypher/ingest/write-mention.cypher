// Creates mentions; an unresolved one refers to nothing.
UNWIND $rows AS row
MATCH (a:Article {id: row.IN})
CREATE (n:Mention {id: row.id}), (n)-[:IN]->(a)
SET n += row.properties, n.hash = row.hash
WITH n, row
MATCH (e:Entity {id: row.REFERS_TO})
CREATE (n)-[:REFERS_TO]->(e)
