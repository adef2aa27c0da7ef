// Entities with a name that begins with the given one, or a word that does, best first: the name itself, then names
// that begin with it, then names with such a word; among equals what is mentioned more often.
CALL () {
  MATCH (n:Name) WHERE n.key STARTS WITH $prefix
  RETURN n ORDER BY n.key LIMIT $scan
  UNION
  CALL db.index.fulltext.queryNodes('nameText', $words, {limit: $scan}) YIELD node AS n
  RETURN n
}
MATCH (n)-[names:NAMES]->(e:Entity)
WHERE e.type IN $types
WITH e, names.text AS match,
  CASE WHEN n.key = $prefix THEN 0 WHEN n.key STARTS WITH $prefix THEN 1 ELSE 2 END AS distance,
  CASE WHEN names.text = e.name THEN 0 ELSE 1 END AS alias
ORDER BY distance, alias, size(match), match
WITH e, collect({match: match, distance: distance})[0] AS best
ORDER BY best.distance, COUNT { (e)<-[:REFERS_TO]-() } DESC, e.id
LIMIT $limit
RETURN e.id AS id, e.name AS name, e.type AS type, best.match AS match, e.description AS description
