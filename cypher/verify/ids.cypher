// The next ids of a kind of node in their order, each with how many nodes have it.
//? include verify/node-match
//? if Name
WHERE n.key > $after
WITH n.key AS id
//? else
WHERE n.id > $after
WITH n.id AS id
//? end
WITH id, count(*) AS copies
RETURN id, copies ORDER BY id LIMIT $limit
