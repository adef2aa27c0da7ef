// Authority records that are there already, as they were given.
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, properties(e) AS properties,
  COLLECT { MATCH (e)<-[r:NAMES]-(n) RETURN {key: n.key, text: r.text, kind: r.kind, shared: coalesce(r.shared, false)} } AS names,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN c.id }) AS country
