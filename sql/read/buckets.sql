-- How many events begin in each interval; what has no first day is counted without one. Days out of bounds are counted as none, since to leave
-- them out would be asked of each row.
WITH counted AS MATERIALIZED (
  /* counted */
  SELECT CASE WHEN v.day > 0 THEN dayof(v.day) END AS first, count(*) AS count FROM event v GROUP BY v.day
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
