// Ids of statements in their order.
MATCH (s:Statement) WHERE s.id > $after
RETURN s.id AS id ORDER BY s.id LIMIT $limit
