// Writes relations, which are there and locked, with their subjects and objects.
UNWIND $rows AS row
MATCH (n:Relation {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
MATCH (s:Entity {id: row.SUBJECT}), (o:Entity {id: row.OBJECT})
CREATE (n)-[:SUBJECT]->(s), (n)-[:OBJECT]->(o)
