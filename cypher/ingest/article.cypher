// Writes one article with its authors.
MERGE (a:Article {id: $id})
SET a += $properties, a.digest = $digest
WITH a
CALL (a) {
  OPTIONAL MATCH (a)-[old:AUTHORED_BY]->()
  DELETE old
}
UNWIND $authors AS author
MATCH (p:Person {id: author.person})
MERGE (a)-[by:AUTHORED_BY]->(p)
SET by += author.evidence, by.confidence = author.confidence, by.reason = author.reason,
  by.personId = p.id, by.articleId = a.id
