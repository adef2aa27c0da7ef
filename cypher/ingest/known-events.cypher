// The ids of events; those of `$ids`, or the first ones where no ids are given, to find what a wrong id may mean.
MATCH (v:Event)
WHERE $ids IS NULL OR v.id IN $ids
RETURN v.id AS id
LIMIT $limit
