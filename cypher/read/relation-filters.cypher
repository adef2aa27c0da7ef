// The filters of relations that may not drive the list.
//? if entity & article
  AND (l.subjectId = $entity OR l.objectId = $entity)
//? end
//? if subject
  AND l.subjectId = $subject
//? end
//? if object
  AND l.objectId = $object
//? end
//? if predicate
  AND l.predicate = $predicate
//? end
//? if at & undated
  AND (l.dateEarliest IS NULL OR l.dateEarliest <= $at AND l.dateLatest >= $at)
//? elif at
  AND l.dateEarliest <= $at AND l.dateLatest >= $at
//? end
