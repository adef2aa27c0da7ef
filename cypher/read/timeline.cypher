// How much begins in each day, week, month or year; what has no first day is counted under null.
/* days */
MATCH (s:Statement)
WITH s.saidEarliest AS first
/* end */
WITH CASE WHEN first > '0001-01-01' THEN first END AS day
/* bounds */
/* end */
/* bucket */
WITH left(day, 7) + '-01' AS start
/* end */
RETURN start, count(*) AS count
ORDER BY start
