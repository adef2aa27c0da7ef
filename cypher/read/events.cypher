// Events in the order of their first day.
/* rows */
MATCH (v:Event) WHERE v.sortKey > $low AND v.sortKey < $high
WITH v ORDER BY v.sortKey DESC LIMIT $limit
/* end */
RETURN v.id AS id, v.kind AS kind, v.label AS label,
  {
    edtf: v.dateEdtf, earliest: v.dateEarliest, latest: v.dateLatest, basis: v.dateBasis,
    readings: [nth IN range(0, size(coalesce(v.readingEdtfs, [])) - 1) | {
      edtf: v.readingEdtfs[nth], earliest: v.readingEarliests[nth], latest: v.readingLatests[nth],
      basis: v.readingBases[nth], articles: split(v.readingArticles[nth], ' ')
    }]
  } AS date,
  CASE WHEN v.cameo IS NOT NULL THEN v {.cameo, label: v.actLabel, .plover, .quadClass, .goldstein} END AS act,
  v.mode AS mode, coalesce(v.contexts, []) AS contexts, coalesce(v.contested, []) AS contested,
  head(COLLECT { MATCH (v)-[:AT]->(p:Entity) RETURN p {.id, .name, .type} }) AS place,
  COLLECT {
    MATCH (v)-[took:PARTICIPANT]->(e:Entity)
    RETURN {entity: e {.id, .name, .type}, role: took.role, articles: took.articles} AS participant ORDER BY took.role, e.id
  } AS participants,
  COLLECT {
    MATCH (f:Figure)-[of:FIGURE_OF]->() WHERE of.factId = v.id AND of.key > ''
    WITH f, of ORDER BY of.factId, of.key LIMIT 50
    RETURN f {
      .what, .value, .from, .to, .unit,
      assertion: {
        article: of.articleId, by: CASE WHEN f.as IS NULL THEN 'statement' ELSE 'author' END, as: f.as,
        statement: of.statementId, confidence: f.confidence
      },
      evidence: f {article: of.articleId, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
    }
  } AS figures,
  COLLECT {
    MATCH ()-[c:TELLS_OF]->() WHERE c.factId = v.id AND c.key > ''
    WITH c ORDER BY c.factId, c.key LIMIT 50
    RETURN {
      article: c.articleId, by: CASE WHEN c.as IS NULL THEN 'statement' ELSE 'author' END, as: c.as,
      statement: c.statementId, confidence: c.confidence
    }
  } AS assertions,
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
