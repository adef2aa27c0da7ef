// The most frequent speakers, targets or acts of the statements that match every filter given, of which no more than $cap
// are looked at; or how many statements that are. Each value is what the filter of its name takes.
CALL () {
  //? include read/statement-match
  RETURN s LIMIT $cap
}
//? if bySpeaker & anyAttribution
MATCH (s)-[by:SAID_BY]->()
WITH by.speakerId AS value, count(*) AS count ORDER BY count DESC, value LIMIT $values
MATCH (e:Entity {id: value})
RETURN value, e.name AS label, e.type AS type, count
ORDER BY count DESC, value
//? elif bySpeaker
WITH s.speakerId AS value, count(*) AS count
WHERE value IS NOT NULL
WITH value, count ORDER BY count DESC, value LIMIT $values
MATCH (e:Entity {id: value})
RETURN value, e.name AS label, e.type AS type, count
ORDER BY count DESC, value
//? elif byAbout
MATCH (s)-[to:ABOUT]->()
WITH to.targetId AS value, count(*) AS count ORDER BY count DESC, value LIMIT $values
OPTIONAL MATCH (e:Entity {id: value})
OPTIONAL MATCH (v:Event {id: value})
RETURN value, coalesce(e.name, v.label) AS label, coalesce(e.type, 'Event') AS type, count
ORDER BY count DESC, value
//? elif byAct
WITH s.cameo AS value, min(s.actLabel) AS label, count(*) AS count
WHERE value IS NOT NULL
RETURN value, label, 'Act' AS type, count
ORDER BY count DESC, value LIMIT $values
//? else
RETURN count(*) AS of
//? end
