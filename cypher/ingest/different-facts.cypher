// Of facts that several articles may state, by kind, id and hash, those that are there with another hash: how they are
// described, and which articles state them.
CALL () {
  UNWIND $Statement AS row
  MATCH (n:Statement {id: row.id}) WHERE n.hash <> row.hash
  RETURN n, COLLECT { MATCH (n)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article) RETURN DISTINCT a.id AS id ORDER BY id } AS articles
  UNION ALL
  UNWIND $Event AS row
  MATCH (n:Event {id: row.id}) WHERE n.hash <> row.hash
  RETURN n, COLLECT { MATCH (n)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) RETURN DISTINCT a.id AS id ORDER BY id } AS articles
}
RETURN labels(n)[0] AS kind, n.id AS id, n.hash AS hash, articles, properties(n) AS properties,
  COLLECT {
    MATCH (n)-[r]->(m) WHERE NOT r:SAID_BY|SPEAKS_ABOUT
    RETURN {type: type(r), to: m.id, toEvent: m:Event, properties: {role: r.role, as: r.as}}
  } AS edges
