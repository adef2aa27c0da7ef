// The kinds of things that have an id, each as the collection it is in; an entity also by its names.
CALL () {
  MATCH (e:Entity {id: $id})
  RETURN 'entities' AS kind, e.id AS id
  UNION
  MATCH (:Name {key: $key})-[:NAMES]->(e:Entity)
  RETURN 'entities' AS kind, e.id AS id
  UNION
  MATCH (e:Event {id: $id})
  RETURN 'events' AS kind, e.id AS id
  UNION
  MATCH (a:Article {id: $id})
  RETURN 'articles' AS kind, a.id AS id
  UNION
  MATCH (s:Statement {id: $id})
  RETURN 'statements' AS kind, s.id AS id
}
RETURN kind, id
