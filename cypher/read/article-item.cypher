// The columns of an article `a` as it goes to the wire.
RETURN a.id AS id, a.title AS title, a.language AS language, a.publisher AS publisher, a.url AS url,
  {edtf: a.publishedEdtf, earliest: a.publishedEarliest, latest: a.publishedLatest,
   basis: CASE WHEN a.publishedEdtf IS NULL THEN 'unknown' ELSE 'article' END} AS published,
  a.sha256 AS sha256, a.length AS length,
  COLLECT {
    MATCH (a)-[by:AUTHORED_BY]->(p:Person)
    RETURN {
      id: p.id, name: p.name, confidence: by.confidence, reason: by.reason,
      evidence: {exact: by.exact, prefix: by.prefix, suffix: by.suffix, start: by.start, end: by.end, unit: 'code-point'}
    }
  } AS authors,
//? if detail
  a.text AS text,
  COLLECT {
    MATCH (a)<-[:IN]-(x:ExcludedClaim)
    WITH x ORDER BY x.start
    RETURN {
      reason: x.reason,
      evidence: {exact: x.exact, prefix: x.prefix, suffix: x.suffix, start: x.start, end: x.end, unit: 'code-point'}
    }
  } AS excluded,
  COUNT { MATCH (a)<-[:IN]-(q:Quotation)-[:RENDERS]->(s:Statement) RETURN DISTINCT s } AS statements,
  COUNT { (a)<-[:IN]-(:Mention) } AS mentions,
//? end
  a.id AS key
ORDER BY a.id
