// Quotations that do not stand in one article and render one statement.
MATCH (n:Quotation) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles, COUNT { (n)-[:RENDERS]->(:Statement) } AS statements
WHERE articles <> 1 OR statements <> 1
RETURN 'Quotation' AS kind, n.id AS id,
  'stands in ' + articles + ' articles and renders ' + statements + ' statements' AS detail
LIMIT $limit
