// How far a look at no more than $scan relations goes: how many there are, and the key of the last one.
//? if entity
CALL () {
  MATCH (l:Relation) WHERE l.subjectId = $entity AND l.key > $low AND l.key < $high
  WITH l ORDER BY l.subjectId, l.key LIMIT $scan
  RETURN max(l.key) AS reach, count(*) AS looked
  UNION ALL
  MATCH (l:Relation) WHERE l.objectId = $entity AND l.key > $low AND l.key < $high
  WITH l ORDER BY l.objectId, l.key LIMIT $scan
  RETURN max(l.key) AS reach, count(*) AS looked
}
RETURN reach, looked
//? else
//? include read/relations-driver
LIMIT $scan
RETURN max(l.key) AS reach, count(*) AS looked
//? end
