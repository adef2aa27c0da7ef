// Locks facts that several articles may state, by kind and in the order of their ids, until the end of the transaction;
// creates those that are not there, and names those that were.
CALL () {
  UNWIND $Event AS id
  MERGE (n:Event {id: id})
    ON MATCH SET n.locked = true
  RETURN n
  UNION ALL
  UNWIND $Relation AS id
  MERGE (n:Relation {id: id})
    ON MATCH SET n.locked = true
  RETURN n
  UNION ALL
  UNWIND $Role AS id
  MERGE (n:Role {id: id})
    ON MATCH SET n.locked = true
  RETURN n
  UNION ALL
  UNWIND $Statement AS id
  MERGE (n:Statement {id: id})
    ON MATCH SET n.locked = true
  RETURN n
}
WITH n WHERE n.locked
REMOVE n.locked
RETURN labels(n)[0] AS kind, n.id AS id
