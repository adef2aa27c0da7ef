// Some of the statements whose JSON has to be made anew.
MATCH (s:Statement)
WHERE s.unrendered = true
WITH s LIMIT $limit
//? include read/statement-item
