// The articles that quote a statement, each with the speakers that it attributes it to.
MATCH (:Statement {id: $statement})<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
WITH a.id AS article, q
CALL (q) {
  MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
  RETURN COLLECT { MATCH (by)-[:TO]->(e:Entity) RETURN e.id ORDER BY e.id } AS names
}
RETURN article, collect(names) AS speakers
ORDER BY article
