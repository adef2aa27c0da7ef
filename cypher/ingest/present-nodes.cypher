// Of the given ids, by label, those of nodes that are there.
CALL () {
  UNWIND $Entity AS id MATCH (n:Entity {id: id}) RETURN 'Entity' AS label, n.id AS present
  UNION ALL
  UNWIND $Person AS id MATCH (n:Person {id: id}) RETURN 'Person' AS label, n.id AS present
}
RETURN label, present AS id
