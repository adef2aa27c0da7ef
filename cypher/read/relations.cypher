// Relations that match every filter given, by subject, predicate and object. Without an entity to start from, subjects
// are read in the order of their index, so that a page ends the reading.
//? if entity
MATCH (:Entity {id: $entity})<-[:SUBJECT|OBJECT]-(either:Relation)
WITH DISTINCT either AS l
MATCH (s:Entity)<-[:SUBJECT]-(l)-[:OBJECT]->(o:Entity)
//? elif subject
MATCH (s:Entity {id: $subject})<-[:SUBJECT]-(l:Relation)-[:OBJECT]->(o:Entity)
//? elif object
MATCH (o:Entity {id: $object})<-[:OBJECT]-(l:Relation)-[:SUBJECT]->(s:Entity)
//? else
MATCH (s:Entity)<-[:SUBJECT]-(l:Relation)-[:OBJECT]->(o:Entity)
USING INDEX s:Entity(id)
WHERE s.id >= split($low, ' ')[0]
//? end
WITH s, l, o, s.id + ' ' + l.predicate + ' ' + o.id + ' ' + l.id AS key
WHERE key > $low AND key < $high
//? if subject & object
  AND o.id = $object
//? end
//? if predicate
  AND l.predicate = $predicate
//? end
//? if at & undated
  AND (l.dateEarliest IS NULL OR l.dateEarliest <= $at AND l.dateLatest >= $at)
//? elif at
  AND l.dateEarliest <= $at AND l.dateLatest >= $at
//? end
//? if article
  AND EXISTS { (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }
//? end
WITH s, l, o, key
ORDER BY s.id, l.predicate, o.id, l.id
LIMIT $limit
//? include read/relation-item
