// What articles say in the graph now: each fact with its hash, the relationships that start at it, and the merged view that it
// is a part of.
UNWIND $articles AS article
MATCH (a:Article {id: article})
CALL (a) {
  MATCH (a)<-[:IN]-(n)
  RETURN n
  UNION
  MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(n)
  RETURN n
}
RETURN labels(n)[0] AS kind, n.id AS id, n.hash AS hash, n.statementId AS statementId,
  COLLECT { MATCH (n)-[r]->(m) WHERE NOT r:SAME_AS RETURN type(r) + ' ' + m.id } AS edges,
  head(COLLECT {
    MATCH (n)-[:RENDERS|SUPPORTS|TELLS_OF|FIGURE_OF]->(m) RETURN {kind: labels(m)[0], id: m.id}
  }) AS merged,
  [id IN coalesce(n.aboutIds, []) + coalesce(n.participantIds, [])
    + [n.placeId, n.subjectId, n.objectId, n.personId, n.ofId] WHERE id IS NOT NULL] AS entities
