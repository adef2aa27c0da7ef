// Creates attributions of quotations; one that names nobody has no speaker.
UNWIND $rows AS row
MATCH (q:Quotation {id: row.ATTRIBUTES})
CREATE (n:Attribution {id: row.id}), (n)-[:ATTRIBUTES]->(q)
SET n += row.properties, n.hash = row.hash
WITH n, row
MATCH (e:Entity {id: row.TO})
CREATE (n)-[:TO]->(e)
