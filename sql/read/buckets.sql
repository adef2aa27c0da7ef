-- How much begins in each interval; what has no first day is counted without one. It is counted by days before these are bounded, which
-- would be asked of each row otherwise.
WITH counted AS MATERIALIZED (
  /* counted */
  SELECT s.day AS first, count(*) AS count FROM said s WHERE s.i = 0 AND s.j = 0 GROUP BY s.day
  /* end */
)
SELECT start::VARCHAR AS start, sum(count)::INTEGER AS count
FROM (
  /* days */
  SELECT date_trunc('month', first)::DATE AS start, count FROM counted WHERE true
  /* end */
)
GROUP BY start
ORDER BY start
