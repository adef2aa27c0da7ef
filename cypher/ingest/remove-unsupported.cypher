// Of the given facts, removes those that no article states any more, and names them.
CALL () {
  UNWIND $Statement AS id MATCH (n:Statement {id: id}) WHERE NOT EXISTS { (n)<-[:RENDERS]-() } RETURN n
  UNION
  UNWIND $Event AS id MATCH (n:Event {id: id}) WHERE NOT EXISTS { (n)<-[:SUPPORTS]-() } RETURN n
  UNION
  UNWIND $Relation AS id MATCH (n:Relation {id: id}) WHERE NOT EXISTS { (n)<-[:SUPPORTS]-() } RETURN n
  UNION
  UNWIND $Role AS id MATCH (n:Role {id: id}) WHERE NOT EXISTS { (n)<-[:SUPPORTS]-() } RETURN n
}
WITH n, labels(n)[0] AS kind, n.id AS id
DETACH DELETE n
RETURN kind, id
