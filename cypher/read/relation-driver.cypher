// The index that drives what counts relations: no more than $scan of them are looked at.
//? if speaker
CALL () {
  MATCH (fact:Relation) WHERE fact.subjectId = $speaker AND fact.key > ''
  RETURN fact ORDER BY fact.subjectId, fact.key LIMIT $scan
  UNION
  MATCH (fact:Relation) WHERE fact.objectId = $speaker AND fact.key > ''
  RETURN fact ORDER BY fact.objectId, fact.key LIMIT $scan
}
WITH fact
//? elif about
CALL () {
  MATCH (fact:Relation) WHERE fact.subjectId = $about AND fact.key > ''
  RETURN fact ORDER BY fact.subjectId, fact.key LIMIT $scan
  UNION
  MATCH (fact:Relation) WHERE fact.objectId = $about AND fact.key > ''
  RETURN fact ORDER BY fact.objectId, fact.key LIMIT $scan
}
WITH fact
//? else
MATCH (fact:Relation) WHERE fact.key > ''
WITH fact ORDER BY fact.key LIMIT $scan
//? end
