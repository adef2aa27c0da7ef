// Authority records in the order of their ids, with their names and countries.
CALL () {
  MATCH (e:Entity) WHERE e.id > $after
  RETURN e ORDER BY e.id LIMIT $limit
  UNION
  MATCH (e:MergedEntity) WHERE e.id > $after
  RETURN e ORDER BY e.id LIMIT $limit
}
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, properties(e) AS properties,
  COLLECT {
    MATCH (e)<-[r:NAMES]-(n:Name) WHERE r.merged IS NULL
    RETURN {key: n.key, text: r.text, kind: r.kind, shared: coalesce(r.shared, false)} ORDER BY n.key
  } AS names,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN c.id }) AS country
ORDER BY id
