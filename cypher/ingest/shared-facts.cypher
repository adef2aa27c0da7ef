// Facts of given ids that other articles than the given ones state as well, to compare them with.
CALL () {
  UNWIND $statements AS id
  MATCH (n:Statement {id: id})<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN n, a
  UNION
  UNWIND $events AS id
  MATCH (n:Event {id: id})<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article)
  RETURN n, a
}
WITH n, a WHERE NOT a.id IN $articles
WITH n, min(a.id) AS article
RETURN labels(n)[0] AS kind, n.id AS id, n.hash AS hash, article, properties(n) AS properties,
  COLLECT { MATCH (n)-[r]->(m) WHERE NOT r:SAID_BY RETURN {type: type(r), to: m.id} } AS edges
