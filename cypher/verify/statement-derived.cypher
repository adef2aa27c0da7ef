// What statements hold that is derived, and what the database derives of their quotations. The speaker is the preferred
// one, unless the preferred ones differ or nobody is named; each speaker has the best rank that an attribution gives.
MATCH (s:Statement) WHERE s.id IN $ids
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)
  OPTIONAL MATCH (a)-[:TO]->(e:Entity)
  WITH a, coalesce(e.id, '') AS speaker
  RETURN collect(DISTINCT CASE a.rank WHEN 'preferred' THEN speaker END) AS preferred,
    count(DISTINCT speaker) > 1 AS contested,
    max(CASE a.rank WHEN 'preferred' THEN a.confidence END) AS confidence
}
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN min(a.publishedEarliest) AS reportedEarliest, max(a.publishedLatest) AS reportedLatest
}
CALL (s) {
  OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)-[:TO]->(e:Entity)
  WITH e.id AS speaker, collect(a.rank) AS ranks
  WITH speaker + ' ' + CASE
    WHEN 'preferred' IN ranks THEN 'preferred' WHEN 'normal' IN ranks THEN 'normal' ELSE 'deprecated' END AS said
  ORDER BY said
  RETURN collect(said) AS saidBy
}
RETURN s.id AS id,
  {
    contested: s.contested, confidence: s.confidence, speakerId: s.speakerId, quoteTypes: s.quoteTypes,
    reportedEarliest: s.reportedEarliest, reportedLatest: s.reportedLatest,
    SAID_BY: COLLECT { MATCH (s)-[r:SAID_BY]->(e) RETURN e.id + ' ' + r.rank AS said ORDER BY said }
  } AS stored,
  {
    contested: contested, confidence: confidence,
    speakerId: CASE WHEN size(preferred) = 1 AND preferred[0] <> '' THEN preferred[0] END,
    quoteTypes: COLLECT { MATCH (s)<-[:RENDERS]-(q:Quotation) RETURN DISTINCT q.quoteType AS type ORDER BY type },
    reportedEarliest: reportedEarliest, reportedLatest: reportedLatest,
    SAID_BY: saidBy
  } AS wanted
