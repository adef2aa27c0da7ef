// What statements hold that is derived, and what it is derived from.
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id,
  {
    contested: s.contested, confidence: s.confidence, speakerId: s.speakerId, quoteTypes: s.quoteTypes,
    reportedEarliest: s.reportedEarliest, reportedLatest: s.reportedLatest
  } AS stored,
  COLLECT { MATCH (s)-[r:SAID_BY]->(e) RETURN {speaker: e.id, rank: r.rank} } AS saidBy,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)
    OPTIONAL MATCH (a)-[:TO]->(e:Entity)
    RETURN {speaker: coalesce(e.id, ''), rank: a.rank, confidence: a.confidence}
  } AS voices,
  COLLECT { MATCH (s)<-[:RENDERS]-(q:Quotation) RETURN q.quoteType } AS quoteTypes,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
    UNWIND [a.publishedEarliest, a.publishedLatest] AS day
    WITH day WHERE day IS NOT NULL
    RETURN day
  } AS reported
