// Writes authority records with their names; only the records that are new or changed are given. The JSON of a
// statement holds the names of its speakers and targets.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
REMOVE e:Person:Country:Organization:Place
SET e += row.properties, e.hash = row.hash, e:$(row.type)
WITH e, row
CALL (e) {
  OPTIONAL MATCH (e)<-[old:NAMES]-(:Name)
  DELETE old
}
CALL (e) {
  OPTIONAL MATCH (e)-[old:BELONGS_TO]->()
  DELETE old
}
CALL (e, row) {
  UNWIND row.names AS name
  MERGE (n:Name {key: name.key})
  SET n.plain = name.plain, n.words = name.words
  MERGE (n)-[names:NAMES]->(e)
  SET names.text = name.text, names.kind = name.kind, names.shared = coalesce(name.shared, false)
}
CALL (e) {
  MATCH (e)<-[:ABOUT]-(s:Statement)
  SET s.json = null, s.unrendered = true
}
CALL (e) {
  MATCH (e)<-[:TO|DESCRIBED_OF]-(:Attribution)-[:ATTRIBUTES]->(:Quotation)-[:RENDERS]->(s:Statement)
  SET s.json = null, s.unrendered = true
}
CALL (e) {
  MATCH (e)<-[:DESCRIBED_OF]-(:UnnamedTarget)-[:TARGET_OF]->(:Quotation)-[:RENDERS]->(s:Statement)
  SET s.json = null, s.unrendered = true
}
RETURN count(*) AS written
