-- Ids of what matches, in the order of the day that it begins on and of its id, between two keys that are made of both; what has
-- no day comes before all days. Ids are looked up on those days alone that the page may reach.
WITH bounds AS (
  SELECT
    CASE WHEN $low < '0001' THEN DATE '0001-01-01' - 1 ELSE coalesce(try_cast(left($low, 10) AS DATE), DATE '0001-01-01') END AS low,
    CASE WHEN $high < '0001' THEN DATE '0001-01-01' - 1 ELSE coalesce(try_cast(left($high, 10) AS DATE), DATE '9999-12-31') END AS high
),
matching AS MATERIALIZED (
  SELECT n, day, coalesce(day, DATE '0001-01-01' - 1) AS rank
  FROM (
    /* matching */
    SELECT s.n, dayof(s.day) AS day FROM said s WHERE s.i = 0 AND s.j = 0
    /* end */
  )
),
near AS (
  SELECT n, day FROM matching, bounds
  WHERE
    /* near */
    rank BETWEEN low AND least(high, greatest(low, coalesce((
      SELECT max(rank) FROM (SELECT rank FROM matching, bounds WHERE rank > low ORDER BY rank LIMIT $limit)
    ), low)))
    /* end */
),
keyed AS (
  SELECT named.id, coalesce(day::VARCHAR, '0000-00-00') || '_' || named.id AS key
  FROM near JOIN
  /* named */
  statement
  /* end */
  named ON named.n = near.n
)
SELECT id FROM keyed WHERE key > $low AND key < $high
ORDER BY
  /* order */
  key
  /* end */
LIMIT $limit
