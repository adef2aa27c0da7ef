// Those of some statements that are joined with others, or may be.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE EXISTS { (s)<-[:RENDERS]-(q:Quotation) WHERE q.openId IS NOT NULL OR EXISTS { (q)-[:SAME_AS]-() } }
RETURN s.id AS id
