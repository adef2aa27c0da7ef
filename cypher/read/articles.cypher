// Articles by id, with who is credited with them.
/* rows */
MATCH (a:Article) WHERE a.id > $low AND a.id < $high
WITH a ORDER BY a.id LIMIT $limit
/* end */
RETURN a.id AS id, a.title AS title, a.language AS language, a.publisher AS publisher, a.url AS url,
  {edtf: a.publishedEdtf, earliest: a.publishedEarliest, latest: a.publishedLatest,
   basis: CASE WHEN a.publishedEdtf IS NULL THEN 'unknown' ELSE 'article' END} AS published,
  a.sha256 AS sha256, a.length AS length,
  COLLECT {
    MATCH (a)-[by:AUTHORED_BY]->(p:Person)
    RETURN p {
      .id, .name, confidence: by.confidence, reason: by.reason,
      evidence: by {.exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
    }
  } AS authors,
/* detail */
/* end */
  a.id AS key
ORDER BY a.id
