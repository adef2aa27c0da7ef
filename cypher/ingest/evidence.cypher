// Writes the spans that support events, relations and roles.
UNWIND $rows AS row
MERGE (n:Evidence {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.IN AS article
UNWIND row.SUPPORTS AS supported
MATCH (a:Article {id: article.to})
MERGE (n)-[:IN]->(a)
WITH n, supported
CALL (n, supported) {
  MATCH (f:Event {id: supported.to}) MERGE (n)-[:SUPPORTS]->(f)
  UNION
  MATCH (f:Relation {id: supported.to}) MERGE (n)-[:SUPPORTS]->(f)
  UNION
  MATCH (f:Role {id: supported.to}) MERGE (n)-[:SUPPORTS]->(f)
}
