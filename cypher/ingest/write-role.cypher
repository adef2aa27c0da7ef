// Writes roles, which are there and locked, with who holds them and of what.
UNWIND $rows AS row
MATCH (n:Role {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
MATCH (p:Person {id: row.HELD_BY})
CREATE (n)-[:HELD_BY]->(p)
WITH n, row
MATCH (e:Entity {id: row.OF})
CREATE (n)-[:OF]->(e)
