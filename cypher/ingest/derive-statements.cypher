// Recomputes what a statement takes from its quotations: its speaker, whether that is contested, and the sort keys
// that lists are driven by. The speaker is the preferred one, unless the preferred ones differ or nobody is named.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
CALL (s) {
  MATCH (s)<-[:RENDERS]-(q:Quotation)<-[:ATTRIBUTES]-(a:Attribution)
  OPTIONAL MATCH (a)-[:TO]->(e:Entity)
  WITH a, q, coalesce(e.id, '') AS speaker
  RETURN collect(DISTINCT CASE a.rank WHEN 'preferred' THEN speaker END) AS preferred,
    count(DISTINCT speaker) > 1 AS contested,
    max(CASE a.rank WHEN 'preferred' THEN a.confidence END) AS confidence
}
WITH s, contested, confidence,
  CASE WHEN size(preferred) = 1 AND preferred[0] <> '' THEN preferred[0] END AS speakerId
SET s.contested = contested, s.confidence = confidence, s.speakerId = speakerId,
  s.quoteTypes = COLLECT { MATCH (s)<-[:RENDERS]-(q) RETURN DISTINCT q.quoteType AS type ORDER BY type }
WITH s
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  WITH s, min(a.publishedEarliest) AS earliest, max(a.publishedLatest) AS latest
  SET s.reportedEarliest = earliest, s.reportedLatest = latest
}
CALL (s) {
  OPTIONAL MATCH (s)-[old:SAID_BY]->()
  DELETE old
}
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)-[:TO]->(e:Entity)
  WITH s, e, collect(a.rank) AS ranks
  CREATE (s)-[:SAID_BY {speakerId: e.id, sortKey: s.sortKey, intervalKey: s.intervalKey, rank: CASE
    WHEN 'preferred' IN ranks THEN 'preferred' WHEN 'normal' IN ranks THEN 'normal' ELSE 'deprecated' END}]->(e)
}
CALL (s) {
  MATCH (s)-[about:ABOUT]->(t)
  SET about.targetId = t.id, about.speakerId = s.speakerId, about.sortKey = s.sortKey, about.intervalKey = s.intervalKey
}
