// Events that no evidence supports. The label is replaced for relations and roles.
MATCH (n:Event)
WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:SUPPORTS]-(:Evidence) }
RETURN labels(n)[0] AS kind, n.id AS id, 'has no evidence' AS detail
LIMIT $limit
