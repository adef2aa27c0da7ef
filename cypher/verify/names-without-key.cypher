// Names that have no key.
MATCH (n:Name)
WHERE NOT coalesce(n.key > '', false)
RETURN 'Name' AS kind, elementId(n) AS id, 'has no id' AS detail
LIMIT $limit
