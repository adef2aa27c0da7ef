-- How much begins in each interval; what has no first day is counted without one.
SELECT start::VARCHAR AS start, sum(count)::INTEGER AS count
FROM (
  /* days */
  SELECT date_trunc('month', s.day) AS start, count(*) AS count FROM said s WHERE s.i = 0 AND s.j = 0 GROUP BY s.day
  /* end */
)
GROUP BY start
ORDER BY start
