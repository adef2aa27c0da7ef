// Writes what existing statements derive from their quotations, and takes away their JSON, which has to be made anew.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s += row.properties, s.json = null, s.unrendered = true
WITH s, row
CALL (s) {
  OPTIONAL MATCH (s)-[old:SAID_BY|SPEAKS_ABOUT]->()
  DELETE old
}
CALL (s, row) {
  UNWIND row.saidBy AS by
  MATCH (e:Entity {id: by.speakerId})
  CREATE (s)-[said:SAID_BY]->(e)
  SET said = by
}
CALL (s, row) {
  UNWIND row.speakerIds AS speaker
  MATCH (s)-[:ABOUT]->(target)
  CREATE (s)-[:SPEAKS_ABOUT {speakerId: speaker, targetId: target.id, sortKey: s.sortKey, intervalKey: s.intervalKey}]->(target)
}
