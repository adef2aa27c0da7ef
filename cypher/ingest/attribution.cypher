// Writes attributions of quotations; one that names nobody has no speaker.
UNWIND $rows AS row
MERGE (n:Attribution {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.ATTRIBUTES AS quotation
MATCH (q:Quotation {id: quotation.to})
MERGE (n)-[:ATTRIBUTES]->(q)
WITH n, row
UNWIND row.TO AS speaker
MATCH (e:Entity {id: speaker.to})
MERGE (n)-[:TO]->(e)
