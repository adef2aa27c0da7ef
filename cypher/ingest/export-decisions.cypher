// Decisions in the order of their ids.
MATCH (d:Decision) WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id, properties(d) AS decision
ORDER BY id
