// Keeps with articles what their annotations say, as they were given, and which decisions changed that.
UNWIND $rows AS row
MERGE (x:Source {id: row.id})
SET x.annotation = row.annotation
WITH x, row
CALL (x) {
  OPTIONAL MATCH (x)-[old:DECIDED_BY]->()
  DELETE old
}
UNWIND row.decisions AS id
MATCH (d:Decision {id: id})
CREATE (x)-[:DECIDED_BY]->(d)
