// One entity with its roles, relations and counts.
MATCH (e:Entity {id: $id})
//? include read/entity-item
