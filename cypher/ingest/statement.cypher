// Writes statements, which are there and locked, with what they are about and the events they were said at.
UNWIND $rows AS row
MATCH (n:Statement {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
//? if changed
CALL (n) {
  OPTIONAL MATCH (n)-[old:ABOUT|SAID_AT]->()
  DELETE old
}
//? end
CALL (n, row) {
  UNWIND row.ABOUT AS edge
  WITH n, edge WHERE NOT edge.toEvent
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[:ABOUT]->(e)
}
CALL (n, row) {
  UNWIND row.ABOUT AS edge
  WITH n, edge WHERE edge.toEvent
  MATCH (e:Event {id: edge.to})
  CREATE (n)-[:ABOUT]->(e)
}
CALL (n, row) {
  UNWIND row.SAID_AT AS edge
  MATCH (e:Event {id: edge.to})
  CREATE (n)-[:SAID_AT]->(e)
}
