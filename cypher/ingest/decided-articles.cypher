// The articles that decisions were applied to, that quote statements, or that tell of events or name them.
CALL () {
  UNWIND $decisions AS id
  MATCH (x:Source)-[:DECIDED_BY]->(:Decision {id: id})
  RETURN x.id AS article
  UNION
  UNWIND $statements AS id
  MATCH (:Statement {id: id})<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN a.id AS article
  UNION
  UNWIND $statements AS id
  MATCH (:Quotation {openId: id})-[:IN]->(a:Article)
  RETURN a.id AS article
  UNION
  UNWIND $events AS id
  MATCH (:Event {id: id})<-[:TELLS_OF]-(:Account)-[:IN]->(a:Article)
  RETURN a.id AS article
  UNION
  UNWIND $events AS id
  MATCH (:EventReference {id: id})<-[:NAMES_EVENT]-(:Quotation)-[:IN]->(a:Article)
  RETURN a.id AS article
}
RETURN article AS id ORDER BY id
