// What a thing is called that was found to be one with another, by the id that it had before; each as the collection it is in.
CALL () {
  MATCH (:MergedEntity {id: $id})-[:MERGED_INTO]->(e:Entity)
  RETURN 'entities' AS kind, e.id AS id
  UNION
  MATCH (f:FormerId {id: 'statements ' + $id})
  MATCH (s:Statement {id: f.to})
  RETURN 'statements' AS kind, s.id AS id
  UNION
  MATCH (q:Quotation {openId: $id})-[:RENDERS]->(s:Statement)
  RETURN 'statements' AS kind, s.id AS id
  UNION
  MATCH (f:FormerId {id: 'statements ' + $id})
  MATCH (q:Quotation {openId: f.to})-[:RENDERS]->(s:Statement)
  RETURN 'statements' AS kind, s.id AS id
  UNION
  MATCH (f:FormerId {id: 'events ' + $id})
  MATCH (v:Event {id: f.to})
  RETURN 'events' AS kind, v.id AS id
}
RETURN kind, id
