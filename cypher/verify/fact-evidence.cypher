// Events, relations and roles that no evidence supports.
//? include verify/node-match
WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:SUPPORTS]-(:Evidence) }
RETURN labels(n)[0] AS kind, n.id AS id, 'has no evidence' AS detail
LIMIT $limit
