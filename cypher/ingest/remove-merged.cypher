// Removes merged views that no article has a part in any more, by kind and id.
CALL () {
  UNWIND $Event AS id MATCH (n:Event {id: id}) RETURN n
  UNION
  UNWIND $Relation AS id MATCH (n:Relation {id: id}) RETURN n
  UNION
  UNWIND $Role AS id MATCH (n:Role {id: id}) RETURN n
  UNION
  UNWIND $Statement AS id MATCH (n:Statement {id: id}) RETURN n
}
DETACH DELETE n
