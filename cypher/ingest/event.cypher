// Writes events, which are there and locked, with their participants and places. The JSON of a statement about an
// event holds the event's label.
UNWIND $rows AS row
MATCH (n:Event {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
//? if changed
CALL (n) {
  OPTIONAL MATCH (n)-[old:PARTICIPANT|AT]->()
  DELETE old
}
CALL (n) {
  MATCH (n)<-[:ABOUT]-(s:Statement)
  SET s.json = null, s.unrendered = true
}
//? end
CALL (n, row) {
  UNWIND row.PARTICIPANT AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[:PARTICIPANT {role: edge.properties.role, entityId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey}]->(e)
}
MATCH (e:Entity {id: row.AT})
CREATE (n)-[:AT {entityId: e.id, sortKey: n.sortKey}]->(e)
