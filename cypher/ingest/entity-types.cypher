// The types of entities, and what those are merged into that are.
MATCH (e:Entity|MergedEntity) WHERE e.id IN $ids
RETURN e.id AS id, e.type AS type, head(COLLECT { MATCH (e)-[:MERGED_INTO]->(into) RETURN into.id }) AS into
