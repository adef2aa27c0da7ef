// What statements are joined of: the statements that articles tell of, and what was found of their quotations.
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id, COLLECT {
  MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
  RETURN {
    quotation: q.id, given: q.statementId, isOpen: q.openId IS NOT NULL, source: a.id, published: a.publishedEarliest,
    same: COLLECT {
      MATCH (q)-[same:SAME_AS]-(other:Quotation)-[:RENDERS]->(there:Statement)
      RETURN {quotation: other.id, given: other.statementId, statement: there.id, score: same.score}
    }
  }
} AS parts
