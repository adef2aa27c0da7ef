// A page of the annotated spans of an article in the order of the text, after a key.
MATCH (a:Article {id: $article})
OPTIONAL CALL (a) {
  MATCH (a)<-[:IN]-(x:Quotation|Mention|Evidence|Figure|UnnamedTarget|ExcludedClaim)
  RETURN x
  UNION
  MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(x:Attribution)
  RETURN x
}
WITH a, x, right('00000000' + toString(x.start), 9) + ' ' + x.id AS key
ORDER BY key
WITH a, [one IN collect({span: x, key: key}) WHERE one.key IS NOT NULL] AS spans
/* page */
WITH a, size(spans) AS total, [one IN spans WHERE one.key > $after] AS rest
WITH a, total, total - size(rest) AS before, rest[0..$limit + 1] AS page
/* end */
RETURN total, before, COLLECT {
  UNWIND page AS one
  WITH one.key AS key, one.span AS x
  RETURN x {
    key: key, .id, kind: head(labels(x)),
    parts: CASE WHEN x.partStarts IS NULL THEN [x {.exact, .prefix, .suffix, .start, .end}]
      ELSE [part IN range(0, size(x.partStarts) - 1) | {
        exact: x.partExacts[part], prefix: x.partPrefixes[part], suffix: x.partSuffixes[part],
        start: x.partStarts[part], end: x.partEnds[part]
      }] END,
    .quoteType, .rank, .confidence, described: x.describedExact, .form, .reason, .what,
    statement: head(COLLECT {
      MATCH (x)-[:RENDERS]->(s:Statement) RETURN s {.id, name: s.text, contested: s.isContested}
      UNION
      MATCH (x)-[:ATTRIBUTES|TARGET_OF]->(:Quotation)-[:RENDERS]->(s:Statement) RETURN s {.id, name: s.text, contested: s.isContested}
    }),
    entity: head(COLLECT { MATCH (x)-[:REFERS_TO|DESCRIBED_OF]->(e:Entity) RETURN e {.id, .name, .type} }),
    speakers: COLLECT { MATCH (x)-[:TO]->(e:Entity) RETURN e {.id, .name, .type} AS speaker ORDER BY speaker.id },
    event: head(COLLECT { MATCH (x)-[:SUPPORTS|FIGURE_OF]->(v:Event) RETURN v {.id, name: v.label} }),
    relation: head(COLLECT {
      MATCH (x)-[:SUPPORTS]->(l:Relation), (l)-[:SUBJECT]->(s:Entity), (l)-[:OBJECT]->(o:Entity)
      RETURN l {.id, subject: s.id, name: s.name + ' ' + l.predicate + ' ' + o.name}
    }),
    role: head(COLLECT {
      MATCH (x)-[:SUPPORTS]->(r:Role)-[:HELD_BY]->(p:Person)
      RETURN {person: p.id, name: p.name + ', ' + coalesce(r.title, r.kind)}
    })
  } AS item
  ORDER BY key
} AS items
