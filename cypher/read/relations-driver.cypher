// What drives a list of relations: their subject, object or predicate.
//? if subject
MATCH (l:Relation) WHERE l.subjectId = $subject AND l.key > $low AND l.key < $high
//? elif object
MATCH (l:Relation) WHERE l.objectId = $object AND l.key > $low AND l.key < $high
//? elif predicate
MATCH (l:Relation) WHERE l.predicate = $predicate AND l.key > $low AND l.key < $high
//? else
MATCH (l:Relation) WHERE l.key > $low AND l.key < $high
//? end
WITH l
//? include read/relations-order
