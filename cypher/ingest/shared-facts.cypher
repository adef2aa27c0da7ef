// Facts of given ids that are there already and that several articles may state, each with the first article that
// states it beyond the given ones, if any.
CALL () {
  UNWIND $Statement AS id
  MATCH (n:Statement {id: id})
  RETURN n, COLLECT {
    MATCH (n)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article) WHERE NOT a.id IN $articles RETURN a.id ORDER BY a.id LIMIT 1
  } AS others
  UNION
  UNWIND $Event AS id
  MATCH (n:Event {id: id})
  RETURN n, COLLECT {
    MATCH (n)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE NOT a.id IN $articles RETURN a.id ORDER BY a.id LIMIT 1
  } AS others
  UNION
  UNWIND $Relation AS id
  MATCH (n:Relation {id: id})
  RETURN n, [] AS others
  UNION
  UNWIND $Role AS id
  MATCH (n:Role {id: id})
  RETURN n, [] AS others
}
RETURN labels(n)[0] AS kind, n.id AS id, n.hash AS hash, head(others) AS article, properties(n) AS properties,
  COLLECT {
    MATCH (n)-[r]->(m) WHERE NOT r:SAID_BY RETURN {type: type(r), to: m.id, properties: {role: r.role}}
  } AS edges
