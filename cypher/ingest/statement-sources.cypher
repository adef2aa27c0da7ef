// What existing statements are derived from: their quotations, who those are attributed to, and when they were published.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.sortKey AS sortKey, s.intervalKey AS intervalKey, COLLECT {
  MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
  RETURN {
    quoteType: q.quoteType, publishedEarliest: a.publishedEarliest, publishedLatest: a.publishedLatest,
    attributions: COLLECT {
      MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
      RETURN {
        speakerIds: COLLECT { MATCH (by)-[:TO]->(e:Entity) RETURN e.id }, rank: by.rank, confidence: by.confidence,
        describedRole: by.describedRole,
        describedOf: head(COLLECT { MATCH (by)-[:DESCRIBED_OF]->(e:Entity) RETURN e.id })
      }
    }
  }
} AS quotations
