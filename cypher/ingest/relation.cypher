// Writes relations with their subjects and objects.
UNWIND $rows AS row
MERGE (n:Relation {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.SUBJECT AS subject
UNWIND row.OBJECT AS object
MATCH (s:Entity {id: subject.to}), (o:Entity {id: object.to})
MERGE (n)-[:SUBJECT]->(s)
MERGE (n)-[:OBJECT]->(o)
