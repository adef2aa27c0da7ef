// The next keys of names in their order, each with how many names have it.
MATCH (n:Name)
WHERE n.key > $after
WITH n.key AS id, count(*) AS copies
RETURN id, copies ORDER BY id LIMIT $limit
