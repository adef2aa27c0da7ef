// Makes entities go by others, which bear their names too: they are found by these alone from then on.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
MATCH (into:Entity {id: row.into})
CREATE (e)-[:MERGED_INTO]->(into)
REMOVE e:Entity:Person:Organization:Place
SET e:MergedEntity, e.provisional = null, into.provisional = null
WITH e, into
CALL (e, into) {
  MATCH (e)<-[names:NAMES]-(n:Name)
  WHERE NOT EXISTS { (n)-[:NAMES]->(into) }
  CREATE (n)-[:NAMES {text: names.text, kind: names.kind, shared: names.shared, merged: true}]->(into)
}
WITH DISTINCT into
CALL (into) {
  MATCH (into)<-[:NAMES]-(n:Name)
  UNWIND [n.plain, n.words] AS form
  WITH DISTINCT form ORDER BY form
  RETURN collect(form) AS forms
}
SET into.nameWords = forms
