// The columns of an event `v` as it goes to the wire.
RETURN v.id AS id, v.kind AS kind, v.label AS label,
  {edtf: v.dateEdtf, earliest: v.dateEarliest, latest: v.dateLatest, basis: v.dateBasis} AS date,
  CASE WHEN v.cameo IS NOT NULL THEN
    {cameo: v.cameo, label: v.actLabel, plover: v.plover, quadClass: v.quadClass, goldstein: v.goldstein}
  END AS act,
  head(COLLECT { MATCH (v)-[:AT]->(p:Entity) RETURN {id: p.id, name: p.name, type: p.type} }) AS place,
  COLLECT {
    MATCH (v)-[took:PARTICIPANT]->(e:Entity)
    RETURN {entity: {id: e.id, name: e.name, type: e.type}, role: took.role} AS participant
    ORDER BY took.role, e.id
  } AS participants,
  COLLECT {
    MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = v.id AND by.key > ''
    WITH w, by ORDER BY by.factId, by.key LIMIT 50
    MATCH (w)-[:IN]->(a:Article)
    RETURN {article: a.id, exact: w.exact, prefix: w.prefix, suffix: w.suffix, start: w.start, end: w.end, unit: 'code-point'}
  } AS evidence,
//? if detail
  COLLECT {
    MATCH (v)<-[:ABOUT]-(s:Statement)
    WITH s ORDER BY s.sortKey DESC LIMIT 500
    RETURN {id: s.id, text: s.text}
  } AS statementsAbout,
  COLLECT {
    MATCH (v)<-[:SAID_AT]-(s:Statement)
    WITH s ORDER BY s.sortKey DESC LIMIT 500
    RETURN {id: s.id, text: s.text}
  } AS statementsAt,
//? end
  v.sortKey AS key
//? if oldest
ORDER BY v.sortKey
//? else
ORDER BY v.sortKey DESC
//? end
