// Authority records with their names and countries.
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties,
  COLLECT { MATCH (e)<-[r:NAMES]-(n) WHERE r.merged IS NULL RETURN {key: n.key, text: r.text, kind: r.kind, shared: coalesce(r.shared, false)} ORDER BY n.key } AS names,
  COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN {id: c.id, labels: labels(c)} } AS countries
