// Takes away the participants and places of events, and the JSON of statements about them, which holds their labels.
UNWIND $ids AS id
MATCH (n:Event {id: id})
CALL (n) {
  OPTIONAL MATCH (n)-[old:PARTICIPANT|AT]->()
  DELETE old
}
CALL (n) {
  MATCH (n)<-[:ABOUT]-(s:Statement)
  SET s.json = null, s.unrendered = true
}
