// Mentions that match every filter given, by article and place in it. Of what the driving index gives, no more than $scan
// are looked at.
//? include read/mention-driver
LIMIT $scan
WHERE true
//? include read/mention-filters
WITH m
//? include read/mention-order
LIMIT $limit
MATCH (m)-[:IN]->(a:Article)
RETURN m.id AS id,
  head(COLLECT { MATCH (m)-[:REFERS_TO]->(e:Entity) RETURN {id: e.id, name: e.name, type: e.type} }) AS entity,
  m.form AS form, m.reason AS reason,
  {id: a.id, title: a.title, published: a.publishedEdtf} AS article,
  {exact: m.exact, prefix: m.prefix, suffix: m.suffix, start: m.start, end: m.end, unit: 'code-point'} AS evidence,
  m.key AS key
ORDER BY key
