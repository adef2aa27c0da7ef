// Whom entities are connected to by statements, events, relations and roles, over at most so many facts of each kind.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)<-[by:SAID_BY]-(s:Statement) WHERE by.preferred
  WITH s LIMIT $facts
  /* said */
  /* end */
  MATCH (s)-[:ABOUT]->(o:Entity)
  RETURN o
  UNION
  MATCH (e)<-[:ABOUT]-(s:Statement)
  WITH s LIMIT $facts
  /* saidOfIt */
  /* end */
  MATCH (s)-[by:SAID_BY]->(o:Entity) WHERE by.preferred
  RETURN o
  UNION
  MATCH (e)<-[:PARTICIPANT]-(v:Event)
  WITH v LIMIT $facts
  /* events */
  /* end */
  MATCH (v)-[:PARTICIPANT]->(o:Entity)
  RETURN o
  UNION
  MATCH (e)<-[:SUBJECT|OBJECT]-(l:Relation)
  WITH l LIMIT $facts
  /* relations */
  /* end */
  MATCH (l)-[:SUBJECT|OBJECT]->(o:Entity)
  RETURN o
  UNION
  MATCH (e)<-[:HELD_BY|OF]-(r:Role)
  WITH r LIMIT $facts
  /* roles */
  /* end */
  MATCH (r)-[:HELD_BY|OF]->(o:Entity)
  RETURN o
}
WITH e, id, o WHERE o <> e
WITH e, id, collect(DISTINCT o.id) AS others
RETURN id, others,
  COUNT { (e)<-[:SAID_BY]-() } > $facts OR COUNT { (e)<-[:ABOUT]-() } > $facts
    OR COUNT { (e)<-[:PARTICIPANT]-() } > $facts OR COUNT { (e)<-[:HELD_BY]-() } > $facts
    OR COUNT { (e)<-[:OF]-() } > $facts OR COUNT { (e)<-[:SUBJECT]-() } > $facts
    OR COUNT { (e)<-[:OBJECT]-() } > $facts AS truncated
