// The order of the index that drives a list of relations.
//? if subject
ORDER BY l.subjectId, l.key
//? elif object
ORDER BY l.objectId, l.key
//? elif predicate
ORDER BY l.predicate, l.key
//? else
ORDER BY l.key
//? end
