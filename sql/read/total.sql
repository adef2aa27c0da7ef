-- How many rows match.
SELECT count(*)::INTEGER AS total
/* matching */
FROM said s WHERE s.i = 0 AND s.j = 0
/* end */
