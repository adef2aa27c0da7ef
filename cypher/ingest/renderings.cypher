// Quotations as they are compared with others.
UNWIND $ids AS id
MATCH (s:Statement)<-[:RENDERS]-(q:Quotation {id: id})-[:IN]->(a:Article)
RETURN q {
  .id, .statementId, .openId, .quoteType, .exact, .partExacts, .quotedExacts, .occasionSigns, .saidEarliest, .saidLatest,
  .saidBasis, .atIds
} AS quotation,
  a {.id, .language, .publishedEarliest, .publishedLatest} AS article,
  s.id AS statement,
  COLLECT {
    MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)-[:TO]->(e:Entity) WHERE by.rank <> 'deprecated'
    RETURN DISTINCT e.id AS speaker ORDER BY speaker
  } AS speakers,
  COLLECT {
    MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)-[:DESCRIBED_OF]->(e:Entity) WHERE by.rank <> 'deprecated'
    RETURN DISTINCT e.id AS described ORDER BY described
  } AS describedOf
