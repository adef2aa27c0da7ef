// The columns of a relation `l` from `s` to `o` as it goes to the wire.
RETURN l.id AS id, {id: s.id, name: s.name, type: s.type} AS subject, l.predicate AS predicate,
  {id: o.id, name: o.name, type: o.type} AS object,
  {edtf: l.dateEdtf, earliest: l.dateEarliest, latest: l.dateLatest, basis: l.dateBasis} AS date,
  COLLECT {
    MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = l.id AND by.key > ''
    WITH w, by ORDER BY by.factId, by.key LIMIT 50
    MATCH (w)-[:IN]->(a:Article)
    RETURN {article: a.id, exact: w.exact, prefix: w.prefix, suffix: w.suffix, start: w.start, end: w.end, unit: 'code-point'}
  } AS evidence,
  key
ORDER BY key
