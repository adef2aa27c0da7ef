// Entities that match every filter given, by id.
//? if q
CALL db.index.fulltext.queryNodes('entityText', $q, {limit: 10000}) YIELD node AS e
WITH e WHERE e.id > $low AND e.id < $high
//? elif country
CALL () {
  MATCH (e:Entity {id: $country}) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:BELONGS_TO]-(e:Entity) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:BELONGS_TO]-(:Organization)<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) RETURN e
}
WITH e WHERE e.id > $low AND e.id < $high
//? elif role
MATCH (:Role {kind: $role})-[:HELD_BY]->(holder:Person)
WITH DISTINCT holder AS e
WHERE e.id > $low AND e.id < $high
//? elif person
MATCH (e:Person) WHERE e.id > $low AND e.id < $high
//? elif nation
MATCH (e:Country) WHERE e.id > $low AND e.id < $high
//? elif organization
MATCH (e:Organization) WHERE e.id > $low AND e.id < $high
//? elif place
MATCH (e:Place) WHERE e.id > $low AND e.id < $high
//? else
MATCH (e:Entity) WHERE e.id > $low AND e.id < $high
//? end
//? if type
  AND e.type = $type
//? end
//? if role & country
  AND EXISTS { (e)<-[:HELD_BY]-(held:Role) WHERE held.kind = $role }
//? elif role & q
  AND EXISTS { (e)<-[:HELD_BY]-(held:Role) WHERE held.kind = $role }
//? end
//? if country & q
  AND (
    e.id = $country
    OR EXISTS { (e)-[:BELONGS_TO]->(:Country {id: $country}) }
    OR EXISTS { (e)<-[:HELD_BY]-(:Role)-[:OF]->(:Country {id: $country}) }
    OR EXISTS { (e)<-[:HELD_BY]-(:Role)-[:OF]->(:Organization)-[:BELONGS_TO]->(:Country {id: $country}) }
  )
//? end
WITH e ORDER BY e.id LIMIT $limit
//? include read/entity-item
