// Creates what articles tell of events, relations or roles: each kind apart, so that its index serves.
CALL () {
  UNWIND $Event AS row
  UNWIND row.TELLS_OF AS edge
  MATCH (f:Event {id: edge.to})
  RETURN row, edge, f
  UNION ALL
  UNWIND $Relation AS row
  UNWIND row.TELLS_OF AS edge
  MATCH (f:Relation {id: edge.to})
  RETURN row, edge, f
  UNION ALL
  UNWIND $Role AS row
  UNWIND row.TELLS_OF AS edge
  MATCH (f:Role {id: edge.to})
  RETURN row, edge, f
}
MATCH (a:Article {id: row.IN})
CREATE (n:Account {id: row.id}), (n)-[:IN]->(a), (n)-[tells:TELLS_OF]->(f)
SET n += row.properties, n.hash = row.hash, tells = edge.properties
WITH n, row
CALL (n, row) {
  MATCH (s:Statement {id: row.ASSERTED_BY})
  CREATE (n)-[:ASSERTED_BY]->(s)
}
CALL (n, row) {
  MATCH (e:Entity {id: row.NAMES_ENTITY})
  CREATE (n)-[:NAMES_ENTITY]->(e)
}
