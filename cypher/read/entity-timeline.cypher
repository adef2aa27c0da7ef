// What an entity said, what was said about it and the events it took part in: one page in the order of the day. The key
// ends with the part that an item comes from, since a statement may come from two.
CALL () {
  /* parts */
  MATCH (n:Statement)-[said:SAID_BY]->()
  WHERE said.speakerId = $id AND said.preferred = true
  WITH n, n.sortKey + ' saidBy' AS key
  WHERE key > $low AND key < $high
  RETURN n, key, 'saidBy' AS kind
  /* end */
}
WITH n, key, kind
/* order */
ORDER BY key
/* end */
LIMIT $limit
RETURN kind, n.id AS id, coalesce(n.text, n.label) AS text,
  CASE kind
    WHEN 'event' THEN {edtf: n.dateEdtf, earliest: n.dateEarliest, latest: n.dateLatest, basis: n.dateBasis}
    ELSE {edtf: n.saidEdtf, earliest: n.saidEarliest, latest: n.saidLatest, basis: n.saidBasis}
  END AS date,
  coalesce(n.saidEdtf, n.dateEdtf) IS NULL AS undated,
  n.kind AS eventKind,
  COLLECT {
    MATCH (n)-[by:SAID_BY]->(e:Entity) WHERE by.preferred
    RETURN e {.id, .name, .type} AS speaker ORDER BY speaker.id
  } AS speakers,
  coalesce(n.contested, []) AS contested,
  CASE WHEN n.cameo IS NOT NULL THEN n {.cameo, label: n.actLabel, .plover, .quadClass, .goldstein} END AS act,
  COLLECT {
    MATCH (n)<-[:RENDERS|SUPPORTS]-(w)-[:IN]->(a:Article)
    WITH w, a ORDER BY a.id, w.start
    UNWIND CASE WHEN w.partStarts IS NULL
      THEN [w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}]
      ELSE [part IN range(0, size(w.partStarts) - 1) | {
        article: a.id, exact: w.partExacts[part], prefix: w.partPrefixes[part], suffix: w.partSuffixes[part],
        start: w.partStarts[part], end: w.partEnds[part], unit: 'code-point'
      }] END AS passage
    RETURN passage
  } AS evidence,
  key
/* last order */
ORDER BY key
/* end */
