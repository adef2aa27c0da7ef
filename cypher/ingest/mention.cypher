// Writes mentions; an unresolved one refers to nothing.
UNWIND $rows AS row
//? if changed
MATCH (n:Mention {id: row.id})
//? else
MATCH (a:Article {id: row.IN})
CREATE (n:Mention {id: row.id}), (n)-[:IN]->(a)
//? end
SET n += row.properties, n.hash = row.hash
//? if !changed
WITH n, row
MATCH (e:Entity {id: row.REFERS_TO})
CREATE (n)-[:REFERS_TO]->(e)
//? end
