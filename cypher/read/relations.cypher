// Relations by subject, predicate and object.
/* rows */
MATCH (l:Relation) WHERE l.key > $low AND l.key < $high
WITH l ORDER BY l.key LIMIT $limit
/* end */
MATCH (s:Entity)<-[:SUBJECT]-(l)-[:OBJECT]->(o:Entity)
RETURN l.id AS id, s {.id, .name, .type} AS subject, l.predicate AS predicate, o {.id, .name, .type} AS object,
  {
    edtf: l.dateEdtf, earliest: l.dateEarliest, latest: l.dateLatest, basis: l.dateBasis,
    readings: [nth IN range(0, size(coalesce(l.readingEdtfs, [])) - 1) | {
      edtf: l.readingEdtfs[nth], earliest: l.readingEarliests[nth], latest: l.readingLatests[nth],
      basis: l.readingBases[nth], articles: split(l.readingArticles[nth], ' ')
    }]
  } AS date,
  COLLECT {
    MATCH ()-[c:TELLS_OF]->() WHERE c.factId = l.id AND c.key > ''
    WITH c ORDER BY c.factId, c.key LIMIT 50
    RETURN {
      article: c.articleId, by: CASE WHEN c.as IS NULL THEN 'statement' ELSE 'author' END, as: c.as,
      statement: c.statementId, confidence: c.confidence
    }
  } AS assertions,
  COLLECT {
    MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = l.id AND by.key > ''
    WITH w, by ORDER BY by.factId, by.key LIMIT 50
    MATCH (w)-[:IN]->(a:Article)
    RETURN w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
  } AS evidence,
  l.key AS key
ORDER BY key
