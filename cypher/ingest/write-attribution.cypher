// Creates attributions of quotations; one that names nobody has no speaker, a joint one has several.
UNWIND $rows AS row
MATCH (q:Quotation {id: row.ATTRIBUTES})
CREATE (n:Attribution {id: row.id}), (n)-[:ATTRIBUTES]->(q)
SET n += row.properties, n.hash = row.hash
WITH n, row
CALL (n, row) {
  UNWIND row.TO AS edge
  MATCH (e:Entity {id: edge.to})
  CREATE (n)-[:TO]->(e)
}
CALL (n, row) {
  MATCH (e:Entity {id: row.DESCRIBED_OF})
  CREATE (n)-[:DESCRIBED_OF]->(e)
}
