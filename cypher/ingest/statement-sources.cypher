// What statements are derived from, and how they are there now: their quotations, with what the article of each says of the
// statement, who those are attributed to, and when they were published.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.hash AS hash,
  COLLECT { MATCH (s)-[r:ABOUT|SAID_AT]->(m) RETURN type(r) + ' ' + m.id } AS edges,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
    RETURN q {
      .quoteType, .exact, .start, .text, .cameo, .saidEdtf, .saidEarliest, .saidLatest, .saidBasis,
      .aboutIds, .aboutAs, .aboutKinds, .atIds,
      article: {id: a.id}, publishedEarliest: a.publishedEarliest, publishedLatest: a.publishedLatest,
      unnamedTargets: COLLECT {
        MATCH (q)<-[:TARGET_OF]-(t:UnnamedTarget)
        RETURN {role: t.role, of: head(COLLECT { MATCH (t)-[:DESCRIBED_OF]->(e:Entity) RETURN e.id })}
      },
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
