// Ids that entities, events, statements or articles have.
CALL () {
  MATCH (e:Entity) WHERE e.id IN $ids
  RETURN e.id AS id
  UNION
  MATCH (v:Event) WHERE v.id IN $ids
  RETURN v.id AS id
  UNION
  MATCH (s:Statement) WHERE s.id IN $ids
  RETURN s.id AS id
  UNION
  MATCH (a:Article) WHERE a.id IN $ids
  RETURN a.id AS id
}
RETURN id
