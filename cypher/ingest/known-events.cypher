// The ids of events, and of those that go by another id since; those of `$ids`, or the first ones where no ids are given, to find what a wrong id may mean.
CALL () {
  MATCH (v:Event)
  WHERE $ids IS NULL OR v.id IN $ids
  RETURN v.id AS id
  LIMIT $limit
  UNION
  UNWIND $ids AS former
  MATCH (f:FormerId {id: 'events ' + former})
  MATCH (:Event {id: f.to})
  RETURN former AS id
}
RETURN id
