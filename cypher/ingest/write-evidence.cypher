// Creates the spans that support events, relations or roles: each kind apart, so that its index serves.
CALL () {
  UNWIND $Event AS row
  UNWIND row.SUPPORTS AS edge
  MATCH (f:Event {id: edge.to})
  RETURN row, edge, f
  UNION ALL
  UNWIND $Relation AS row
  UNWIND row.SUPPORTS AS edge
  MATCH (f:Relation {id: edge.to})
  RETURN row, edge, f
  UNION ALL
  UNWIND $Role AS row
  UNWIND row.SUPPORTS AS edge
  MATCH (f:Role {id: edge.to})
  RETURN row, edge, f
}
MATCH (a:Article {id: row.IN})
CREATE (n:Evidence {id: row.id}), (n)-[:IN]->(a), (n)-[supports:SUPPORTS]->(f)
SET n += row.properties, n.hash = row.hash, supports = edge.properties
