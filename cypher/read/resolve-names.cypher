// The entities, and where asked for the events, that ids or names mean.
UNWIND $names AS name
CALL (name) {
  MATCH (e:Entity {id: name.given})
  RETURN e
  UNION
  MATCH (:Name {key: name.key})-[:NAMES]->(e:Entity)
  RETURN e
  UNION
  MATCH (e:Event {id: name.given})
  WHERE name.events
  RETURN e
}
RETURN name.given AS given, e.id AS id, coalesce(e.name, e.label) AS name, coalesce(e.type, 'Event') AS type
ORDER BY given, id
