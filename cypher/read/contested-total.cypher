// How many statements and events match of which something is contested.
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
RETURN count(c) AS total
