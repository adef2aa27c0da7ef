-- How much begins in each interval; what has no first day is counted without one.
SELECT start::VARCHAR AS start, count(*)::INTEGER AS count
FROM (
  /* days */
  SELECT date_trunc('month', s.day) AS start FROM said s WHERE s.i = 0 AND s.j = 0
  /* end */
)
GROUP BY start
ORDER BY start
