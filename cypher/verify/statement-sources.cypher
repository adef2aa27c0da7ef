// Statements without a quotation, or without an article that prints one.
MATCH (n:Statement) WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:RENDERS]-(:Quotation)-[:IN]->(:Article) }
RETURN 'Statement' AS kind, n.id AS id,
  CASE WHEN EXISTS { (n)<-[:RENDERS]-(:Quotation) } THEN 'has no article' ELSE 'has no quotation' END AS detail
LIMIT $limit
