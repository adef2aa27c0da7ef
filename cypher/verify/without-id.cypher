// Nodes of a kind that have no id. The label is that of one kind, and is replaced for another one.
MATCH (n:Article)
WHERE NOT coalesce(n.id > '', false)
RETURN labels(n)[0] AS kind, elementId(n) AS id, 'has no id' AS detail
LIMIT $limit
