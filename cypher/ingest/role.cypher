// Writes roles with who holds them and of what.
UNWIND $rows AS row
MERGE (n:Role {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.HELD_BY AS holder
MATCH (p:Person {id: holder.to})
MERGE (n)-[:HELD_BY]->(p)
WITH n, row
UNWIND row.OF AS body
MATCH (e:Entity {id: body.to})
MERGE (n)-[:OF]->(e)
