// Writes attributions of quotations; one that names nobody has no speaker.
UNWIND $rows AS row
//? if changed
MATCH (n:Attribution {id: row.id})
//? else
MATCH (q:Quotation {id: row.ATTRIBUTES})
CREATE (n:Attribution {id: row.id}), (n)-[:ATTRIBUTES]->(q)
//? end
SET n += row.properties, n.hash = row.hash
//? if !changed
WITH n, row
MATCH (e:Entity {id: row.TO})
CREATE (n)-[:TO]->(e)
//? end
