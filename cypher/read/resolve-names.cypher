// The entities, and where asked for the events, that ids or names mean.
UNWIND $names AS name
CALL (name) {
  MATCH (e:Entity {id: name.given})
  RETURN e, false AS shared
  UNION
  MATCH (:Name {key: name.key})-[named:NAMES]->(e:Entity)
  RETURN e, coalesce(named.shared, false) AS shared
  UNION
  MATCH (e:Event {id: name.given})
  WHERE name.events
  RETURN e, false AS shared
}
RETURN name.given AS given, e.id AS id, coalesce(e.name, e.label) AS name, coalesce(e.type, 'Event') AS type, shared
ORDER BY given, id
