// Mentions by article and place in it.
/* rows */
MATCH (m:Mention) WHERE m.key > $low AND m.key < $high
WITH m ORDER BY m.key LIMIT $limit
/* end */
MATCH (m)-[:IN]->(a:Article)
RETURN m.id AS id,
  head(COLLECT { MATCH (m)-[:REFERS_TO]->(e:Entity) RETURN e {.id, .name, .type} }) AS entity,
  m.form AS form, m.reason AS reason,
  {id: a.id, title: a.title, published: a.publishedEdtf} AS article,
  m {.exact, .prefix, .suffix, .start, .end, unit: 'code-point'} AS evidence,
  m.key AS key
ORDER BY key
