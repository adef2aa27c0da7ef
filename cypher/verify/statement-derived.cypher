// Statements as they are, and what all their quotations say of them.
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id, s {.*, json: null} AS properties,
  COLLECT { MATCH (s)-[r:ABOUT]->(t) RETURN {id: t.id, as: r.as, articles: r.articles} } AS about,
  COLLECT { MATCH (s)-[r:SAID_AT]->(v:Event) RETURN {id: v.id, as: null, articles: r.articles} } AS saidAt,
  COLLECT { MATCH (s)-[r:SAID_BY]->(e) RETURN e.id + CASE WHEN r.preferred THEN ' preferred' ELSE '' END } AS saidBy,
  COLLECT {
    MATCH (s)-[r:SPEAKS_ABOUT]->(t) RETURN r.speakerId + ' ' + r.targetId + ' ' + t.id
  } AS spokenAbout,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
    RETURN {
      source: a.id, published: a.publishedEarliest, publishedLatest: a.publishedLatest, of: properties(q),
      events: COLLECT {
        UNWIND coalesce(q.atIds, []) + coalesce(q.aboutIds, []) AS named
        MATCH (v:Event {id: named})
        RETURN DISTINCT v.id
      },
      unnamed: COLLECT {
        MATCH (q)<-[:TARGET_OF]-(t:UnnamedTarget)
        RETURN {role: t.role, of: head(COLLECT { MATCH (t)-[:DESCRIBED_OF]->(e) RETURN e.id })}
      },
      attributions: COLLECT {
        MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
        RETURN {
          rank: by.rank, confidence: by.confidence, role: by.describedRole,
          of: head(COLLECT { MATCH (by)-[:DESCRIBED_OF]->(e) RETURN e.id }),
          speakers: COLLECT { MATCH (by)-[:TO]->(e) RETURN e.id AS id ORDER BY id }
        }
      }
    }
  } AS quotations
