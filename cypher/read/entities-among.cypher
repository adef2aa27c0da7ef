// Those of these ids that are of entities.
MATCH (e:Entity|MergedEntity) WHERE e.id IN $ids
RETURN e.id AS id
