// Entities that were merged, and what is not as it should be: that a decision which holds says so, that the other has their names, and
// that nothing else refers to them.
MATCH (e:MergedEntity) WHERE e.id IN $ids
CALL (e) {
  WITH e WHERE NOT EXISTS { MATCH (d:Decision {kind: 'merge', entity: e.id}) WHERE d.isActive }
  RETURN 'is merged by no decision that holds' AS detail
  UNION ALL
  WITH e WHERE COUNT { (e)-[:MERGED_INTO]->(:Entity) } <> 1
  RETURN 'is not merged into one entity' AS detail
  UNION ALL
  WITH e WHERE EXISTS { (e)<-[r]-() WHERE type(r) <> 'NAMES' }
  RETURN 'is referred to, though it is merged into another' AS detail
  UNION ALL
  WITH e WHERE EXISTS { MATCH (e)<-[:NAMES]-(n) WHERE NOT EXISTS { (n)-[:NAMES]->(:Entity)<-[:MERGED_INTO]-(e) } }
  RETURN 'has names that what it is merged into has not' AS detail
}
RETURN 'MergedEntity' AS kind, e.id AS id, detail
LIMIT $limit
