// The index that drives what counts events, the newest first.
//? if speaker
MATCH (fact:Event)-[did:PARTICIPANT]->()
WHERE did.entityId = $speaker AND did.role = 'actor' AND did.sortKey > $low AND did.sortKey < $high
WITH * ORDER BY did.entityId DESC, did.role DESC, did.sortKey DESC
//? elif about
CALL () {
  MATCH (fact:Event {id: $about})
  WHERE fact.sortKey > $low AND fact.sortKey < $high
  RETURN fact
  UNION
  MATCH (fact:Event)-[took:PARTICIPANT]->()
  WHERE took.entityId = $about AND took.sortKey > $low AND took.sortKey < $high
  RETURN fact ORDER BY took.entityId DESC, took.sortKey DESC LIMIT $scan
}
WITH fact
//? else
MATCH (fact:Event) WHERE fact.sortKey > $low AND fact.sortKey < $high
WITH * ORDER BY fact.sortKey DESC
//? end
