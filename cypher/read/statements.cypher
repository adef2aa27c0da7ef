// Statements in the order of the day they were said, each as the JSON that is kept with it, which is empty while it has to
// be made anew. A page is one row of lists, since rows cost more than what they hold.
/* rows */
MATCH (s:Statement) WHERE s.sortKey > $low AND s.sortKey < $high
WITH s ORDER BY s.sortKey DESC LIMIT $limit
/* end */
RETURN collect(s.id) AS ids, collect(coalesce(s.json, '')) AS texts, collect(s.sortKey) AS keys
