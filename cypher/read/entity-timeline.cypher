// What an entity said, what was said about it and the events it took part in: one page in the order of the day. Each
// part reads from its own index no more than a page. The key ends with the part, since a statement may be in two.
CALL () {
//? if !notSaidBy & anyAttribution
  //? if multiDay
  UNWIND $intervals AS one
  WITH one.prefix + CASE WHEN split($low, ' ')[0] > one.since THEN split($low, ' ')[0] ELSE one.since END AS since,
    one.prefix + split($high, ' ')[0] AS until
  CALL (since, until) {
  MATCH (n:Statement)-[said:SAID_BY]->()
  WHERE said.speakerId = $id AND said.intervalKey >= since AND said.intervalKey <= until AND n.saidLatest >= $from
  WITH *, n.sortKey + ' saidBy' AS key
  WHERE key > $low AND key < $high
  RETURN n, key
  //? if newest
  ORDER BY said.speakerId DESC, said.intervalKey DESC
  //? else
  ORDER BY said.speakerId, said.intervalKey
  //? end
  LIMIT $limit
  }
  RETURN n, key, 'saidBy' AS kind
  //? else
  MATCH (n:Statement)-[said:SAID_BY]->()
  WHERE said.speakerId = $id AND said.sortKey >= split($low, ' ')[0] AND said.sortKey <= split($high, ' ')[0]
  WITH *, n.sortKey + ' saidBy' AS key
  WHERE key > $low AND key < $high
  RETURN n, key, 'saidBy' AS kind
  //? if newest
  ORDER BY said.speakerId DESC, said.sortKey DESC
  //? else
  ORDER BY said.speakerId, said.sortKey
  //? end
  LIMIT $limit
  //? end
//? elif !notSaidBy
  //? if multiDay
  UNWIND $intervals AS one
  WITH one.prefix + CASE WHEN split($low, ' ')[0] > one.since THEN split($low, ' ')[0] ELSE one.since END AS since,
    one.prefix + split($high, ' ')[0] AS until
  CALL (since, until) {
  MATCH (n:Statement)
  WHERE n.speakerId = $id AND n.intervalKey >= since AND n.intervalKey <= until AND n.saidLatest >= $from
  WITH *, n.sortKey + ' saidBy' AS key
  WHERE key > $low AND key < $high
  RETURN n, key
  //? if newest
  ORDER BY n.speakerId DESC, n.intervalKey DESC
  //? else
  ORDER BY n.speakerId, n.intervalKey
  //? end
  LIMIT $limit
  }
  RETURN n, key, 'saidBy' AS kind
  //? else
  MATCH (n:Statement)
  WHERE n.speakerId = $id AND n.sortKey >= split($low, ' ')[0] AND n.sortKey <= split($high, ' ')[0]
  WITH *, n.sortKey + ' saidBy' AS key
  WHERE key > $low AND key < $high
  RETURN n, key, 'saidBy' AS kind
  //? if newest
  ORDER BY n.speakerId DESC, n.sortKey DESC
  //? else
  ORDER BY n.speakerId, n.sortKey
  //? end
  LIMIT $limit
  //? end
//? end
//? if !notSaidBy & !notSaidAbout
UNION ALL
//? end
//? if !notSaidAbout
  //? if multiDay
  UNWIND $intervals AS one
  WITH one.prefix + CASE WHEN split($low, ' ')[0] > one.since THEN split($low, ' ')[0] ELSE one.since END AS since,
    one.prefix + split($high, ' ')[0] AS until
  CALL (since, until) {
  MATCH (n:Statement)-[about:ABOUT]->()
  WHERE about.targetId = $id AND about.intervalKey >= since AND about.intervalKey <= until AND n.saidLatest >= $from
  WITH *, n.sortKey + ' saidAbout' AS key
  WHERE key > $low AND key < $high
  RETURN n, key
  //? if newest
  ORDER BY about.targetId DESC, about.intervalKey DESC
  //? else
  ORDER BY about.targetId, about.intervalKey
  //? end
  LIMIT $limit
  }
  RETURN n, key, 'saidAbout' AS kind
  //? else
  MATCH (n:Statement)-[about:ABOUT]->()
  WHERE about.targetId = $id AND about.sortKey >= split($low, ' ')[0] AND about.sortKey <= split($high, ' ')[0]
  WITH *, n.sortKey + ' saidAbout' AS key
  WHERE key > $low AND key < $high
  RETURN n, key, 'saidAbout' AS kind
  //? if newest
  ORDER BY about.targetId DESC, about.sortKey DESC
  //? else
  ORDER BY about.targetId, about.sortKey
  //? end
  LIMIT $limit
  //? end
//? end
//? if !notSaidBy & !notEvent
UNION ALL
//? elif !notSaidAbout & !notEvent
UNION ALL
//? end
//? if !notEvent
  //? if multiDay
  UNWIND $intervals AS one
  WITH one.prefix + CASE WHEN split($low, ' ')[0] > one.since THEN split($low, ' ')[0] ELSE one.since END AS since,
    one.prefix + split($high, ' ')[0] AS until
  CALL (since, until) {
  MATCH (n:Event)-[took:PARTICIPANT]->()
  WHERE took.entityId = $id AND took.intervalKey >= since AND took.intervalKey <= until AND n.dateLatest >= $from
    AND (took.role = 'actor' OR NOT EXISTS {
      (n)-[also:PARTICIPANT]->() WHERE also.entityId = $id AND also.role = 'actor'
    })
  WITH *, n.sortKey + ' event' AS key
  WHERE key > $low AND key < $high
  RETURN n, key
  //? if newest
  ORDER BY took.entityId DESC, took.intervalKey DESC
  //? else
  ORDER BY took.entityId, took.intervalKey
  //? end
  LIMIT $limit
  }
  RETURN n, key, 'event' AS kind
  //? else
  MATCH (n:Event)-[took:PARTICIPANT]->()
  WHERE took.entityId = $id AND took.sortKey >= split($low, ' ')[0] AND took.sortKey <= split($high, ' ')[0]
    AND (took.role = 'actor' OR NOT EXISTS {
      (n)-[also:PARTICIPANT]->() WHERE also.entityId = $id AND also.role = 'actor'
    })
  WITH *, n.sortKey + ' event' AS key
  WHERE key > $low AND key < $high
  RETURN n, key, 'event' AS kind
  //? if newest
  ORDER BY took.entityId DESC, took.sortKey DESC
  //? else
  ORDER BY took.entityId, took.sortKey
  //? end
  LIMIT $limit
  //? end
//? end
}
WITH n, key, kind
//? if newest
ORDER BY key DESC
//? else
ORDER BY key
//? end
LIMIT $limit
RETURN kind, n.id AS id, coalesce(n.text, n.label) AS text,
  CASE kind
    WHEN 'event' THEN {edtf: n.dateEdtf, earliest: n.dateEarliest, latest: n.dateLatest, basis: n.dateBasis}
    ELSE {edtf: n.saidEdtf, earliest: n.saidEarliest, latest: n.saidLatest, basis: n.saidBasis}
  END AS date,
  coalesce(n.saidEdtf, n.dateEdtf) IS NULL AS undated,
  n.kind AS eventKind,
  head(COLLECT {
    MATCH (n)-[:SAID_BY]->(e:Entity) WHERE e.id = n.speakerId
    RETURN {id: e.id, name: e.name, type: e.type}
  }) AS speaker,
  n.contested AS contested,
  CASE WHEN n.cameo IS NOT NULL THEN
    {cameo: n.cameo, label: n.actLabel, plover: n.plover, quadClass: n.quadClass, goldstein: n.goldstein}
  END AS act,
  COLLECT {
    MATCH (n)<-[:RENDERS|SUPPORTS]-(w)-[:IN]->(a:Article)
    WITH w, a ORDER BY a.id, w.start
    RETURN {article: a.id, exact: w.exact, prefix: w.prefix, suffix: w.suffix, start: w.start, end: w.end, unit: 'code-point'}
  } AS evidence,
  key
//? if newest
ORDER BY key DESC
//? else
ORDER BY key
//? end
