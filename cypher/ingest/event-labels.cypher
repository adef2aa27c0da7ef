// The labels of those of these events that are there.
MATCH (v:Event) WHERE v.id IN $ids
RETURN v.id AS id, v.label AS label
