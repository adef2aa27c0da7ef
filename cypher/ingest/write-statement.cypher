// Writes statements, which are there and locked and have no relationships yet, with what they are about, the events
// they were said at and, where it is derived already, who said them.
UNWIND $rows AS row
MATCH (n:Statement {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
CALL (n, row) {
  UNWIND row.ABOUT AS edge
  WITH n, edge WHERE NOT edge.toEvent
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[about:ABOUT]->(e)
  SET about = edge.properties
  FOREACH (speaker IN row.speakerIds |
    CREATE (n)-[:SPEAKS_ABOUT {speakerId: speaker, targetId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey}]->(e))
}
CALL (n, row) {
  UNWIND row.ABOUT AS edge
  WITH n, edge WHERE edge.toEvent
  MATCH (e:Event {id: edge.to})
  CREATE (n)-[about:ABOUT]->(e)
  SET about = edge.properties
  FOREACH (speaker IN row.speakerIds |
    CREATE (n)-[:SPEAKS_ABOUT {speakerId: speaker, targetId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey}]->(e))
}
CALL (n, row) {
  UNWIND row.SAID_AT AS edge
  MATCH (e:Event {id: edge.to})
  CREATE (n)-[at:SAID_AT]->(e)
  SET at = edge.properties
}
CALL (n, row) {
  UNWIND row.saidBy AS by
  MATCH (e:Entity {id: by.speakerId})
  CREATE (n)-[said:SAID_BY]->(e)
  SET said = by
}
