// Edges from those who act in an event to those who are acted upon, and between those who do the same in it: the events
// that match every filter given.
//? include read/event-match
WITH fact
MATCH (a:Entity)<-[one:PARTICIPANT]-(fact)-[other:PARTICIPANT]->(b:Entity)
WHERE a <> b AND (one.role = 'actor' AND other.role = 'recipient' OR one.role = other.role AND a.id < b.id)
WITH fact, a, b, one.role = other.role AS mutual, fact.kind AS label
//? include read/edge-filters
WITH fact, a.id AS source, b.id AS target, mutual, label
//? include read/edge-item
