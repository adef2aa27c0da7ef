-- Gives numbers to entities and events that have none: $ids is the JSON of their ids. What is not more than spoken of has neither
-- a name nor a type.
INSERT INTO thing
SELECT (SELECT coalesce(max(n), 0) FROM thing) + row_number() OVER (), hash(id), id, NULL, NULL
FROM (SELECT DISTINCT unnest(from_json($ids, '["VARCHAR"]')) AS id) AS named
ANTI JOIN thing ON thing.hash = hash(named.id) AND thing.id = named.id;
