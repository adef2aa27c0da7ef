// The types and names of entities; those of `$ids`, or the first ones where no ids are given, to find what a wrong id may mean.
MATCH (e:Entity|MergedEntity)
WHERE $ids IS NULL OR e.id IN $ids
RETURN e.id AS id, e.type AS type, e.name AS name, COLLECT {
  MATCH (e)<-[names:NAMES]-(:Name)
  RETURN names {.text, .kind, .shared}
} AS aliases
LIMIT $limit
