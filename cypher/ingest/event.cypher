// Writes events with their participants and places.
UNWIND $rows AS row
MERGE (n:Event {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
CALL (n) {
  OPTIONAL MATCH (n)-[old:PARTICIPANT|AT]->()
  DELETE old
}
CALL (n, row) {
  UNWIND row.PARTICIPANT AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[:PARTICIPANT {role: edge.properties.role, entityId: e.id, sortKey: n.sortKey, spanKey: n.spanKey}]->(e)
}
CALL (n, row) {
  UNWIND row.AT AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[:AT {entityId: e.id, sortKey: n.sortKey}]->(e)
}
