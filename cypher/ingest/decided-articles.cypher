// The articles that decisions were applied to, or that quote statements.
CALL () {
  UNWIND $decisions AS id
  MATCH (x:Source)-[:DECIDED_BY]->(:Decision {id: id})
  RETURN x.id AS article
  UNION
  UNWIND $statements AS id
  MATCH (:Statement {id: id})<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN a.id AS article
}
RETURN article AS id ORDER BY id
