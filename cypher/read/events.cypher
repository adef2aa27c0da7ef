// Events in the order of their first day.
/* rows */
MATCH (v:Event) WHERE v.sortKey > $low AND v.sortKey < $high
WITH v ORDER BY v.sortKey DESC LIMIT $limit
/* end */
RETURN v.id AS id, v.kind AS kind, v.label AS label,
  {edtf: v.dateEdtf, earliest: v.dateEarliest, latest: v.dateLatest, basis: v.dateBasis} AS date,
  CASE WHEN v.cameo IS NOT NULL THEN v {.cameo, label: v.actLabel, .plover, .quadClass, .goldstein} END AS act,
  head(COLLECT { MATCH (v)-[:AT]->(p:Entity) RETURN p {.id, .name, .type} }) AS place,
  COLLECT {
    MATCH (v)-[took:PARTICIPANT]->(e:Entity)
    RETURN {entity: e {.id, .name, .type}, role: took.role} AS participant ORDER BY took.role, e.id
  } AS participants,
  COLLECT {
    MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = v.id AND by.key > ''
    WITH w, by ORDER BY by.factId, by.key LIMIT 50
    MATCH (w)-[:IN]->(a:Article)
    RETURN w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
  } AS evidence,
/* detail */
/* end */
  v.sortKey AS key
/* order */
ORDER BY v.sortKey DESC
/* end */
