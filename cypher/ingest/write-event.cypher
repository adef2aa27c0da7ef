// Writes events, which are there and locked and have no relationships yet, with their participants and places.
UNWIND $rows AS row
MATCH (n:Event {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
CALL (n, row) {
  UNWIND row.PARTICIPANT AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[participant:PARTICIPANT]->(e)
  SET participant = edge.properties
}
CALL (n, row) {
  UNWIND row.AT AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[at:AT]->(e)
  SET at = edge.properties
}
