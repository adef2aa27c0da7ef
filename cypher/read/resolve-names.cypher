// The entities, and where asked for the events, that ids, names, demonyms or identifiers mean, and in which way.
UNWIND $names AS name
CALL (name) {
  MATCH (e:Entity {id: name.given})
  RETURN e, 'id' AS way, true AS exact, false AS shared
  UNION
  MATCH (:MergedEntity {id: name.given})-[:MERGED_INTO]->(e:Entity)
  RETURN e, 'former' AS way, true AS exact, false AS shared
  UNION
  MATCH (n:Name {plain: name.plain})-[named:NAMES]->(e:Entity)
  RETURN e, CASE n.key WHEN name.key THEN 'name' ELSE 'plain' END AS way,
    name.given = e.name OR name.given IN coalesce(e.aliases, []) AS exact, coalesce(named.shared, false) AS shared
  UNION
  MATCH (:Name {plain: name.demonym})-[named:NAMES {kind: 'adjective'}]->(e:Entity)
  RETURN e, 'demonym' AS way, false AS exact, coalesce(named.shared, false) AS shared
  UNION
  MATCH (e:Entity {wikidata: name.wikidata})
  RETURN e, 'identifier' AS way, true AS exact, false AS shared
  UNION
  MATCH (e:Country {iso3166: name.iso3166})
  RETURN e, 'identifier' AS way, true AS exact, false AS shared
  UNION
  MATCH (e:Event {id: name.given})
  WHERE name.events
  RETURN e, 'id' AS way, true AS exact, false AS shared
  UNION
  MATCH (f:FormerId {id: 'events ' + name.given})
  MATCH (e:Event {id: f.to})
  WHERE name.events
  RETURN e, 'former' AS way, true AS exact, false AS shared
}
RETURN name.given AS given, e.id AS id, coalesce(e.name, e.label) AS name, coalesce(e.type, 'Event') AS type, way, exact, shared
ORDER BY given, id
