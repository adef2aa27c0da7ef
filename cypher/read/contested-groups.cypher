// How many statements and events of which something is contested there are, by their type and by what is contested of them.
CALL () {
  MATCH (c:Statement) WHERE c.isContested = true
  RETURN c
  UNION ALL
  MATCH (c:Event) WHERE c.contestKey > ''
  RETURN c
}
WITH c WHERE
/* filters */
true
/* end */
RETURN CASE WHEN c:Event THEN 'event' ELSE 'statement' END AS type, c.contested AS fields, count(*) AS count
