// What statements hold that is derived, and what the database derives of their quotations. What is deprecated counts nowhere,
// and who names nobody gives way. Where quotations prefer different speakers, those are the speakers whom most prefer, then
// those of the highest confidence, then the first by id.
MATCH (s:Statement) WHERE s.id IN $ids
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)
  RETURN max(CASE a.rank WHEN 'preferred' THEN a.confidence END) AS confidence
}
CALL (s) {
  OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)
  WHERE a.rank <> 'deprecated' AND EXISTS { (a)-[:TO]->(:Entity) }
  WITH COLLECT { MATCH (a)-[:TO]->(e:Entity) RETURN e.id AS id ORDER BY id } AS speakers
  RETURN count(DISTINCT speakers) > 1 AS isContested
}
CALL (s) {
  OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution {rank: 'preferred'})
  WHERE EXISTS { (a)-[:TO]->(:Entity) }
  WITH a, COLLECT { MATCH (a)-[:TO]->(e:Entity) RETURN e.id AS id ORDER BY id } AS speakers
  WITH speakers, count(a) AS times, max(a.confidence) AS surest
  ORDER BY times DESC, surest DESC, reduce(key = '', id IN speakers | key + ' ' + id)
  RETURN coalesce(head(collect(speakers)), []) AS speakers
}
CALL (s) {
  OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution {rank: 'preferred'})
  OPTIONAL MATCH (a)-[:DESCRIBED_OF]->(e:Entity)
  WITH a.describedRole AS role, e.id AS of ORDER BY role, of
  RETURN collect(DISTINCT role) AS describedRoles, collect(DISTINCT of) AS ofs
}
CALL (s, ofs) {
  UNWIND ofs AS of
  WITH of ORDER BY of
  RETURN collect(of) AS describedOf
}
CALL (s) {
  MATCH (s)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN min(a.publishedEarliest) AS reportedEarliest, max(a.publishedLatest) AS reportedLatest
}
CALL (s, speakers) {
  OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)<-[:ATTRIBUTES]-(a:Attribution)-[:TO]->(e:Entity)
  WHERE a.rank <> 'deprecated'
  WITH DISTINCT e.id AS speaker, CASE WHEN e.id IN speakers THEN ' preferred' ELSE '' END AS mark
  ORDER BY speaker
  RETURN collect(speaker + mark) AS saidBy
}
RETURN s.id AS id,
  {
    contested: s.contested, isContested: s.isContested, confidence: s.confidence,
    speakerIds: s.speakerIds, isUnattributed: s.isUnattributed,
    describedRoles: s.describedRoles, describedOf: s.describedOf, quoteTypes: s.quoteTypes,
    reportedEarliest: s.reportedEarliest, reportedLatest: s.reportedLatest,
    SAID_BY: COLLECT {
      MATCH (s)-[r:SAID_BY]->(e)
      RETURN e.id + CASE WHEN r.preferred THEN ' preferred' ELSE '' END AS said ORDER BY said
    },
    SPEAKS_ABOUT: COLLECT {
      MATCH (s)-[r:SPEAKS_ABOUT]->(t) RETURN r.speakerId + ' ' + r.targetId + ' ' + t.id AS spoken ORDER BY spoken
    }
  } AS stored,
  {
    contested: CASE WHEN isContested THEN ['speaker'] END, isContested: isContested, confidence: confidence,
    speakerIds: CASE WHEN size(speakers) > 0 THEN speakers END, isUnattributed: size(speakers) = 0,
    describedRoles: CASE WHEN size(describedRoles) > 0 THEN describedRoles END,
    describedOf: CASE WHEN size(describedOf) > 0 THEN describedOf END,
    quoteTypes: COLLECT { MATCH (s)<-[:RENDERS]-(q:Quotation) RETURN DISTINCT q.quoteType AS type ORDER BY type },
    reportedEarliest: reportedEarliest, reportedLatest: reportedLatest,
    SAID_BY: saidBy,
    SPEAKS_ABOUT: COLLECT {
      UNWIND speakers AS speaker
      MATCH (s)-[:ABOUT]->(t) RETURN speaker + ' ' + t.id + ' ' + t.id AS spoken ORDER BY spoken
    }
  } AS wanted
