// What things are called, by their ids; one that was found to be one with another has the name of that.
CALL () {
  UNWIND $articles AS id
  MATCH (a:Article {id: id})
  RETURN 'article' AS kind, id, a.title AS name
  UNION
  UNWIND $decisions AS id
  MATCH (d:Decision {id: id})
  RETURN 'decision' AS kind, id, d.why AS name
  UNION
  UNWIND $entities AS id
  MATCH (e:Entity {id: id})
  RETURN 'entity' AS kind, id, e.name AS name
  UNION
  UNWIND $entities AS id
  MATCH (:MergedEntity {id: id})-[:MERGED_INTO]->(e:Entity)
  RETURN 'entity' AS kind, id, e.name AS name
  UNION
  UNWIND $events AS id
  MATCH (v:Event {id: id})
  RETURN 'event' AS kind, id, v.label AS name
  UNION
  UNWIND $events AS id
  MATCH (f:FormerId {id: 'events ' + id})
  MATCH (v:Event {id: f.to})
  RETURN 'event' AS kind, id, v.label AS name
  UNION
  UNWIND $statements AS id
  MATCH (s:Statement {id: id})
  RETURN 'statement' AS kind, id, s.text AS name
  UNION
  UNWIND $statements AS id
  MATCH (f:FormerId {id: 'statements ' + id})
  MATCH (s:Statement {id: f.to})
  RETURN 'statement' AS kind, id, s.text AS name
}
RETURN kind, id, name
