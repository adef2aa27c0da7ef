// The next ids of a kind of node in their order, each with how many nodes have it. The label is that of one kind, and is
// replaced for another one.
MATCH (n:Article)
WHERE n.id > $after
WITH n.id AS id, count(*) AS copies
RETURN id, copies ORDER BY id LIMIT $limit
