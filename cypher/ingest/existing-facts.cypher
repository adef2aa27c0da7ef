// What articles say in the graph now: each fact with its hash and the relationships that start at it.
UNWIND $articles AS article
MATCH (a:Article {id: article})
CALL (a) {
  MATCH (a)<-[:IN]-(n)
  RETURN n
  UNION
  MATCH (a)<-[:IN]-(:Quotation)-[:RENDERS]->(n)
  RETURN n
  UNION
  MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(n)
  RETURN n
  UNION
  MATCH (a)<-[:IN]-(:Evidence)-[:SUPPORTS]->(n)
  RETURN n
}
RETURN labels(n)[0] AS kind, n.id AS id, n.hash AS hash,
  COLLECT { MATCH (n)-[r]->(m) WHERE NOT r:SAID_BY|SPEAKS_ABOUT RETURN type(r) + ' ' + m.id } AS edges
