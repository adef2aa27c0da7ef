-- Statements counted by one of their properties, the largest groups first; those without it are the group without an id. The names
-- of a group are looked up where it may be among the first.
WITH grouped AS MATERIALIZED (
  /* grouped */
  SELECT s.speaker AS value, count(*) AS count, count(s.score) AS scored, sum(s.score) AS total, sum(s.signs) AS signs
  FROM said s WHERE s.preferred AND s.j = 0
  GROUP BY value
  /* end */
),
least AS (SELECT min(count) AS count FROM (SELECT count FROM grouped ORDER BY count DESC LIMIT $limit)),
chosen AS MATERIALIZED (SELECT * FROM grouped WHERE count >= (SELECT count FROM least))
SELECT
  /* names */
  thing.id AS id, thing.name AS name, thing.type AS type,
  /* end */
  chosen.count::INTEGER AS count, scored::INTEGER AS scored, coalesce(total, 0)::INTEGER AS total,
  positiveof(signs) AS positive, negativeof(signs) AS negative,
  (SELECT sum(count) FROM grouped)::INTEGER AS "of"
FROM chosen
/* named */
LEFT JOIN thing ON thing.n = chosen.value
/* end */
ORDER BY chosen.count DESC, id NULLS LAST
LIMIT $limit
