// Writes the spans that support events, relations and roles.
UNWIND $rows AS row
MERGE (n:Evidence {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.IN AS article
UNWIND row.SUPPORTS AS supported
MATCH (a:Article {id: article.to})
MERGE (n)-[:IN]->(a)
WITH n, supported, a.id + ' ' + right('00000000' + toString(n.start), 9) AS key
CALL (n, supported, key) {
  MATCH (f:Event {id: supported.to})
  MERGE (n)-[r:SUPPORTS]->(f)
  SET r.factId = f.id, r.key = key
  UNION
  MATCH (f:Relation {id: supported.to})
  MERGE (n)-[r:SUPPORTS]->(f)
  SET r.factId = f.id, r.key = key
  UNION
  MATCH (f:Role {id: supported.to})
  MERGE (n)-[r:SUPPORTS]->(f)
  SET r.factId = f.id, r.key = key
}
