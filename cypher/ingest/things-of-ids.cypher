// Statements and events that have ids; a statement may be a part of another one by now.
CALL () {
  MATCH (s:Statement) WHERE s.id IN $ids
  RETURN 'statements' AS of, s.id AS id
  UNION
  MATCH (q:Quotation) WHERE q.openId IN $ids
  RETURN 'statements' AS of, q.openId AS id
  UNION
  MATCH (v:Event) WHERE v.id IN $ids
  RETURN 'events' AS of, v.id AS id
}
RETURN of, id
