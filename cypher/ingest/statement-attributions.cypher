// The articles that quote a statement, or give it an id that it does not go by now, each with the id that they give it and with
// the speakers that they attribute it to.
CALL () {
  MATCH (:Statement {id: $statement})<-[:RENDERS]-(q:Quotation)
  RETURN q
  UNION
  MATCH (q:Quotation {openId: $statement})
  RETURN q
}
MATCH (q)-[:IN]->(a:Article)
WITH a.id AS article, q.statementId AS given, q
CALL (q) {
  MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
  RETURN COLLECT { MATCH (by)-[:TO]->(e:Entity) RETURN e.id ORDER BY e.id } AS names
}
RETURN article, given, collect(names) AS speakers
ORDER BY article, given
