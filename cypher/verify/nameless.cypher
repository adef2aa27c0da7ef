// Nodes of a kind that have no id.
//? include verify/node-match
//? if Name
WHERE NOT coalesce(n.key > '', false)
//? else
WHERE NOT coalesce(n.id > '', false)
//? end
RETURN labels(n)[0] AS kind, elementId(n) AS id, 'has no id' AS detail
LIMIT $limit
