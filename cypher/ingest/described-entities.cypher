// Authority records that are there already, as they were given.
MATCH (e:Entity|MergedEntity) WHERE e.id IN $ids
RETURN e.id AS id, properties(e) AS properties,
  COLLECT { MATCH (e)<-[r:NAMES]-(n) WHERE r.merged IS NULL RETURN {key: n.key, text: r.text, kind: r.kind, shared: coalesce(r.shared, false)} } AS names,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN c.id }) AS country
