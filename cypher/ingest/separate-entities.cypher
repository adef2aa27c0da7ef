// Makes entities that were merged into others entities of their own again, and takes their names from those.
MATCH (e:MergedEntity)-[merged:MERGED_INTO]->(into:Entity)
CALL (into) {
  OPTIONAL MATCH (into)<-[names:NAMES]-() WHERE names.merged
  DELETE names
}
DELETE merged
REMOVE e:MergedEntity
SET e:Entity, e:$(e.type)
WITH DISTINCT into
CALL (into) {
  MATCH (into)<-[:NAMES]-(n:Name)
  UNWIND [n.plain, n.words] AS form
  WITH DISTINCT form ORDER BY form
  RETURN collect(form) AS forms
}
SET into.nameWords = forms
