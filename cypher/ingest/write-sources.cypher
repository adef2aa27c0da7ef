// Keeps with articles what their annotations say, as they were given, what their reviews took, where that is told, and which
// decisions changed them.
UNWIND $rows AS row
MERGE (x:Source {id: row.id})
SET x.annotation = row.annotation, x += row.review
WITH x, row
CALL (x) {
  OPTIONAL MATCH (x)-[old:DECIDED_BY]->()
  DELETE old
}
UNWIND row.decisions AS id
MATCH (d:Decision {id: id})
CREATE (x)-[:DECIDED_BY]->(d)
