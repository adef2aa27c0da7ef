-- How much begins in each interval; what has no first day is counted without one. Days out of bounds are counted as none, since to leave
-- them out would be asked of each row.
WITH counted AS MATERIALIZED (
  /* counted */
  SELECT CASE WHEN s.day > 0 THEN dayof(s.day) END AS first, count(*) AS count FROM said s WHERE s.i = 0 AND s.j = 0 GROUP BY s.day
  /* end */
)
SELECT start::VARCHAR AS start, sum(count)::INTEGER AS count
FROM (
  /* days */
  SELECT date_trunc('month', first)::DATE AS start, count FROM counted
  /* end */
)
GROUP BY start
HAVING sum(count) > 0
ORDER BY start
