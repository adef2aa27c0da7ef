// A page of the annotated spans of an article in the order of the text, after a key; or one of them.
MATCH (a:Article {id: $article})
CALL (a) {
  MATCH (a)<-[:IN]-(x:Quotation|Mention|Evidence|ExcludedClaim)
  RETURN x
  UNION
  MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(x:Attribution)
  RETURN x
}
WITH a, {span: x, key: right('00000000' + toString(x.start), 9) + ' ' + x.id} AS found
ORDER BY found.key
WITH a, collect(found) AS spans
//? if annotation
WITH a, size(spans) AS total, 0 AS before, [one IN spans WHERE one.span.id = $annotation] AS page
//? else
WITH a, size(spans) AS total, [one IN spans WHERE one.key > $after] AS rest
WITH a, total, total - size(rest) AS before, rest[0..$limit + 1] AS page
//? end
RETURN a.language AS language, total, before, COLLECT {
  UNWIND page AS one
  WITH one.key AS key, one.span AS x
  RETURN {
    key: key, id: x.id, kind: head(labels(x)),
    exact: x.exact, prefix: x.prefix, suffix: x.suffix, start: x.start, end: x.end,
    quoteType: x.quoteType, rank: x.rank, confidence: x.confidence, form: x.form, reason: x.reason,
    statement: head(COLLECT {
      MATCH (x)-[:RENDERS]->(s:Statement) RETURN {id: s.id, name: s.text, contested: s.contested}
      UNION
      MATCH (x)-[:ATTRIBUTES]->(:Quotation)-[:RENDERS]->(s:Statement) RETURN {id: s.id, name: s.text, contested: s.contested}
    }),
    entity: head(COLLECT { MATCH (x)-[:REFERS_TO|TO]->(e:Entity) RETURN {id: e.id, name: e.name, type: e.type} }),
    event: head(COLLECT { MATCH (x)-[:SUPPORTS]->(v:Event) RETURN {id: v.id, name: v.label} }),
    relation: head(COLLECT {
      MATCH (x)-[:SUPPORTS]->(l:Relation), (l)-[:SUBJECT]->(s:Entity), (l)-[:OBJECT]->(o:Entity)
      RETURN {id: l.id, subject: s.id, name: s.name + ' ' + l.predicate + ' ' + o.name}
    }),
    role: head(COLLECT {
      MATCH (x)-[:SUPPORTS]->(r:Role)-[:HELD_BY]->(p:Person)
      RETURN {person: p.id, name: p.name + ', ' + coalesce(r.title, r.kind)}
    })
  } AS item
  ORDER BY key
} AS items
