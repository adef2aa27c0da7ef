// The quotations of statements, with what they were found to be the same as.
UNWIND $ids AS statement
MATCH (:Statement {id: statement})<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
RETURN q.id AS id, q.statementId AS given, q.openId IS NOT NULL AS isOpen, statement, a.id AS articleId,
  a.publishedEarliest AS published, coalesce(q.atIds, []) AS occasions, coalesce(q.occasionSigns, []) AS occasionSigns,
  COLLECT {
    MATCH (q)-[same:SAME_AS]-(other:Quotation)-[:RENDERS]->(s:Statement)
    RETURN {other: other.id, statement: s.id, score: same.score}
  } AS same
