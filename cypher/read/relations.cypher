// Relations that match every filter given, by subject, predicate and object. Of what the driving index gives, no more than
// $scan are looked at.
//? if article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Relation)
WITH DISTINCT told AS l
WHERE l.key > $low AND l.key < $high
//? include read/relation-filters
WITH l ORDER BY l.key
//? elif entity
CALL () {
  MATCH (l:Relation) WHERE l.subjectId = $entity AND l.key > $low AND l.key < $high
  WITH l ORDER BY l.subjectId, l.key LIMIT $scan
  WHERE true
//? include read/relation-filters
  RETURN l ORDER BY l.subjectId, l.key LIMIT $limit
  UNION
  MATCH (l:Relation) WHERE l.objectId = $entity AND l.key > $low AND l.key < $high
  WITH l ORDER BY l.objectId, l.key LIMIT $scan
  WHERE true
//? include read/relation-filters
  RETURN l ORDER BY l.objectId, l.key LIMIT $limit
}
WITH l ORDER BY l.key
//? else
//? include read/relations-driver
LIMIT $scan
WHERE true
//? include read/relation-filters
WITH l
//? include read/relations-order
//? end
LIMIT $limit
MATCH (s:Entity)<-[:SUBJECT]-(l)-[:OBJECT]->(o:Entity)
WITH s, l, o, l.key AS key
//? include read/relation-item
