// The JSON that is kept with statements.
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id, s.json AS json, s.unrendered AS unrendered
