// Writes articles, which are there and locked, with their authors.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a += row.properties, a.digest = row.digest
WITH a, row
CALL (a) {
  OPTIONAL MATCH (a)-[old:AUTHORED_BY]->()
  DELETE old
}
UNWIND row.authors AS author
MATCH (p:Person {id: author.person})
MERGE (a)-[by:AUTHORED_BY]->(p)
SET by = author.properties
