// How many statements there are, of which no more than $cap are counted.
CALL () {
  /* statements */
  MATCH (s:Statement)
  WITH s
  /* end */
  RETURN s LIMIT $cap
}
RETURN count(*) AS of
