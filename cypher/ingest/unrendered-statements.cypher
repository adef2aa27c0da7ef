// Some of the statements whose JSON has to be made anew.
MATCH (s:Statement)
WHERE s.unrendered = true
RETURN s.id AS id LIMIT $limit
