// The most frequent values of one property of statements, of which no more than $cap are counted.
CALL () {
  /* statements */
  MATCH (s:Statement)
  WITH s
  /* end */
  RETURN s LIMIT $cap
}
/* value */
UNWIND s.speakerIds AS value
/* end */
WITH value, count(*) AS count
WHERE value IS NOT NULL
/* types */
/* end */
WITH value, count ORDER BY count DESC, value LIMIT $values
OPTIONAL MATCH (e:Entity {id: value})
OPTIONAL MATCH (v:Event {id: value})
RETURN value, coalesce(e.name, v.label) AS label, coalesce(e.type, 'Event') AS type, count
ORDER BY count DESC, value
