-- Edges of a network: all facts that lead from one node to another are one edge, the heaviest edges first; what they are labelled
-- by, their scores and the newest of their facts are looked up for those alone.
WITH edge AS NOT MATERIALIZED (
  /* edges */
  SELECT s.n AS fact, s.speaker AS source, s.target, false AS mutual, s.act AS label, s.day, s.score, s.positive, s.negative
  FROM said s WHERE s.preferred AND s.speaker IS NOT NULL AND s.target IS NOT NULL
  /* end */
),
weighed AS MATERIALIZED (
  SELECT source, target, mutual, count(*) AS count
  FROM edge
  GROUP BY source, target, mutual
),
least AS (SELECT min(count) AS count FROM (SELECT count FROM weighed ORDER BY count DESC LIMIT $limit)),
-- Names are looked up of few.
chosen AS MATERIALIZED (SELECT * FROM weighed WHERE count >= (SELECT count FROM least)),
heaviest AS MATERIALIZED (
  SELECT a.id AS "sourceId", a.name AS "sourceName", a.type AS "sourceType",
    b.id AS "targetId", b.name AS "targetName", b.type AS "targetType", chosen.*
  FROM chosen
  JOIN thing a ON a.n = chosen.source
  JOIN thing b ON b.n = chosen.target
  ORDER BY chosen.count DESC, a.id, b.id, mutual
  LIMIT $limit
),
labelled AS (
  SELECT source, target, mutual, coalesce(list(label::VARCHAR) FILTER (label IS NOT NULL), []) AS labels,
    list_sort(flatten(list(newest)), 'DESC')[:10] AS newest,
    sum(scored) AS scored, sum(total) AS total, sum(positive) AS positive, sum(negative) AS negative
  FROM (
    -- Of the newest, the day and the number of the fact as one number.
    SELECT source, target, mutual, label,
      max((coalesce(day, DATE '0001-01-01') - DATE '0001-01-01')::BIGINT << 32 | fact, 10) AS newest,
      count(score) AS scored, sum(score) AS total,
      sum(positive) AS positive, sum(negative) AS negative
    FROM edge
    WHERE (source, target, mutual) IN (SELECT (source, target, mutual) FROM heaviest)
    GROUP BY source, target, mutual, label
  )
  GROUP BY source, target, mutual
),
named AS (
  SELECT source, target, mutual, list(f.id) AS facts
  FROM (SELECT source, target, mutual, unnest(newest) & 4294967295 AS n FROM labelled) l
  JOIN
  /* facts */
  statement
  /* end */
  f ON f.n = l.n
  GROUP BY source, target, mutual
)
SELECT "sourceId", "sourceName", "sourceType", "targetId", "targetName", "targetType", mutual,
  count::INTEGER AS count, scored::INTEGER AS scored, coalesce(total, 0)::INTEGER AS total,
  positive::INTEGER AS positive, negative::INTEGER AS negative, labels, facts
FROM heaviest JOIN labelled USING (source, target, mutual) JOIN named USING (source, target, mutual)
ORDER BY count DESC, "sourceId", "targetId", mutual
