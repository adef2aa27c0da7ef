// Removes an entity that nothing uses, with the names that no other entity has and the country that it belongs to.
MATCH (e:Entity {id: $id})
WITH e, COLLECT { MATCH (e)<-[:NAMES]-(n:Name) RETURN n } AS borne
CALL (e) {
  OPTIONAL MATCH (e)<-[names:NAMES]-()
  DELETE names
}
CALL (e) {
  OPTIONAL MATCH (e)-[belongs:BELONGS_TO]->()
  DELETE belongs
}
DELETE e
WITH borne
UNWIND borne AS n
WITH n WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
