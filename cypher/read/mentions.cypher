// Mentions that match every filter given, by article and place in it. Without an entity to start from, articles are
// read in the order of their index, so that a page ends the reading.
//? if entity & article
MATCH (a:Article {id: $article})<-[:IN]-(m:Mention)-[:REFERS_TO]->(:Entity {id: $entity})
//? elif entity
MATCH (:Entity {id: $entity})<-[:REFERS_TO]-(m:Mention)-[:IN]->(a:Article)
//? elif article
MATCH (a:Article {id: $article})<-[:IN]-(m:Mention)
//? else
MATCH (a:Article)<-[:IN]-(m:Mention)
USING INDEX a:Article(id)
WHERE a.id >= split($low, ' ')[0]
//? end
WITH a, m, a.id + ' ' + right('000000000' + toString(m.start), 9) + ' ' + m.id AS key
WHERE key > $low AND key < $high
//? if form
  AND m.form = $form
//? end
//? if resolved
  AND EXISTS { (m)-[:REFERS_TO]->() }
//? elif unresolved
  AND NOT EXISTS { (m)-[:REFERS_TO]->() }
//? end
WITH a, m, key
ORDER BY a.id, m.start, m.id
LIMIT $limit
RETURN m.id AS id,
  head(COLLECT { MATCH (m)-[:REFERS_TO]->(e:Entity) RETURN {id: e.id, name: e.name, type: e.type} }) AS entity,
  m.form AS form, m.reason AS reason,
  {id: a.id, title: a.title, published: a.publishedEdtf} AS article,
  {exact: m.exact, prefix: m.prefix, suffix: m.suffix, start: m.start, end: m.end, unit: 'code-point'} AS evidence,
  key
ORDER BY key
