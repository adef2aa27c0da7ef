// The most frequent speakers, targets and acts of the statements that match every filter given, of which no more than
// $cap are looked at. Each value is what the filter of its name takes.
CALL () {
  //? include read/statement-match
  RETURN s LIMIT $cap + 1
}
WITH collect(s) AS found
WITH found[..$cap] AS matched, size(found) > $cap AS capped
RETURN size(matched) AS of, capped,
//? if bySpeaker & anyAttribution
  COLLECT {
    UNWIND matched AS s
    MATCH (s)-[:SAID_BY]->(e:Entity)
    WITH e, count(*) AS count ORDER BY count DESC, e.id LIMIT $values
    RETURN {value: e.id, label: e.name, type: e.type, count: count}
  } AS speaker,
//? elif bySpeaker
  COLLECT {
    UNWIND matched AS s
    MATCH (s)-[:SAID_BY]->(e:Entity) WHERE e.id = s.speakerId
    WITH e, count(*) AS count ORDER BY count DESC, e.id LIMIT $values
    RETURN {value: e.id, label: e.name, type: e.type, count: count}
  } AS speaker,
//? else
  null AS speaker,
//? end
//? if byAbout
  COLLECT {
    UNWIND matched AS s
    MATCH (s)-[:ABOUT]->(t)
    WITH t, count(*) AS count ORDER BY count DESC, t.id LIMIT $values
    RETURN {value: t.id, label: coalesce(t.name, t.label), type: coalesce(t.type, 'Event'), count: count}
  } AS about,
//? else
  null AS about,
//? end
//? if byAct
  COLLECT {
    UNWIND matched AS s
    WITH s WHERE s.cameo IS NOT NULL
    WITH s.cameo AS code, s.actLabel AS label, count(*) AS count ORDER BY count DESC, code LIMIT $values
    RETURN {value: code, label: label, type: 'Act', count: count}
  } AS act
//? else
  null AS act
//? end
