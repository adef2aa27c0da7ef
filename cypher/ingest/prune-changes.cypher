// Forgets changes of before a moment, some at a time, but for the latest one of all.
MATCH (last:Change) WHERE last.id > ''
WITH last ORDER BY last.id DESC LIMIT 1
MATCH (c:Change) WHERE c.at < $before AND c.id < last.id
WITH c LIMIT 10000
DELETE c
RETURN count(*) AS forgotten
