// Entities with a name that begins with the given one, or a word that does, best first: the name itself, then names
// that begin with it, then names with such a word; among equals what is mentioned more often.
CALL () {
  MATCH (n:Name) WHERE n.plain STARTS WITH $plain
  RETURN n ORDER BY n.plain LIMIT $scan
  UNION
  MATCH (n:Name {plain: $demonym})
  WHERE EXISTS { (n)-[:NAMES {kind: 'adjective'}]->() }
  RETURN n
  UNION
  CALL db.index.fulltext.queryNodes('nameWords', $words, {limit: $scan}) YIELD node AS n
  RETURN n
}
MATCH (n)-[names:NAMES]->(e:Entity)
WHERE e.type IN $types
WITH e, names.text AS match,
  CASE WHEN names.text = $given THEN 0 WHEN n.plain = $plain THEN 1 WHEN n.plain STARTS WITH $plain THEN 2 ELSE 3 END AS distance,
  CASE WHEN names.text = e.name THEN 0 ELSE 1 END AS alias
ORDER BY distance, alias, size(match), match
WITH e, collect({match: match, distance: distance})[0] AS best
ORDER BY best.distance, COUNT { (e)<-[:REFERS_TO]-() } DESC, e.id
LIMIT $limit
RETURN e.id AS id, e.name AS name, e.type AS type, best.match AS match, e.description AS description
