// Ids that statements and events went by, which no decision that holds is about.
MATCH (f:FormerId) WHERE f.id IN $ids
AND NOT EXISTS {
  MATCH (d:Decision {kind: 'same'})
  WHERE d.isActive AND d.of = split(f.id, ' ')[0] AND split(f.id, ' ')[1] IN d.ids
}
RETURN 'FormerId' AS kind, f.id AS id, 'is of no decision that holds' AS detail
LIMIT $limit
