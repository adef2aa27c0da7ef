-- Edges of a network that events or relations make: all facts that lead from one node to another are one edge, the heaviest edges first;
-- what they are labelled by, their scores and the newest of their facts are looked up for those alone. An edge is one number, of where it
-- starts and leads to, and whether both do the same.
WITH matching AS NOT MATERIALIZED (
  /* matching */
  SELECT (l.subject::BIGINT << 33) | (l.object::BIGINT << 1) AS edge, l.n AS fact, l.predicate AS label,
    daynumber(l.earliest) AS day, NULL::SMALLINT AS score
  FROM relation l
  /* end */
),
weighed AS MATERIALIZED (SELECT edge, count(*) AS count FROM matching GROUP BY edge),
least AS (SELECT min(count) AS count FROM (SELECT count FROM weighed ORDER BY count DESC LIMIT $limit)),
chosen AS MATERIALIZED (SELECT * FROM weighed WHERE count >= (SELECT count FROM least)),
led AS MATERIALIZED (
  SELECT edge, count, (edge >> 33)::INTEGER AS source, ((edge >> 1) & 4294967295)::INTEGER AS target, (edge & 1) = 1 AS mutual
  FROM chosen
),
-- Names are looked up of few: a join would take all of them.
ends AS MATERIALIZED (
  SELECT n, id, name, type FROM thing
  WHERE n IN (SELECT source FROM led UNION ALL SELECT target FROM led)
),
heaviest AS MATERIALIZED (
  SELECT a.id AS "sourceId", a.name AS "sourceName", a.type AS "sourceType",
    b.id AS "targetId", b.name AS "targetName", b.type AS "targetType", mutual, edge, count
  FROM led
  JOIN ends a ON a.n = led.source
  JOIN ends b ON b.n = led.target
  ORDER BY count DESC, a.id, b.id, mutual
  LIMIT $limit
),
heavy AS MATERIALIZED (SELECT matching.* FROM matching JOIN heaviest USING (edge)),
labelled AS MATERIALIZED (
  SELECT edge, list(label::VARCHAR) AS labels
  FROM (SELECT DISTINCT edge, label FROM heavy WHERE label IS NOT NULL)
  GROUP BY edge
),
summed AS MATERIALIZED (
  SELECT edge, count(score) AS scored, sum(score) AS total,
    count(*) FILTER (score > 0) AS positive, count(*) FILTER (score < 0) AS negative,
    -- The day and the number of a fact as one number.
    max((coalesce(day, 0)::BIGINT << 32) | fact, 10) AS newest
  FROM heavy
  GROUP BY edge
),
named AS (
  SELECT edge, list(f.id) AS facts
  FROM (SELECT edge, unnest(newest) & 4294967295 AS n FROM summed) newest
  JOIN
  /* facts */
  relation
  /* end */
  f ON f.n = newest.n
  GROUP BY edge
)
SELECT "sourceId", "sourceName", "sourceType", "targetId", "targetName", "targetType", mutual,
  count::INTEGER AS count, scored::INTEGER AS scored, coalesce(total, 0)::INTEGER AS total,
  positive::INTEGER AS positive, negative::INTEGER AS negative, coalesce(labels, []) AS labels,
  len(coalesce(labels, []))::INTEGER AS "labelCount", facts
FROM heaviest JOIN summed USING (edge) JOIN named USING (edge) LEFT JOIN labelled USING (edge)
ORDER BY count DESC, "sourceId", "targetId", mutual
