// Excluded claims that do not stand in one article.
MATCH (n:ExcludedClaim) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles
WHERE articles <> 1
RETURN 'ExcludedClaim' AS kind, n.id AS id, 'stands in ' + articles + ' articles' AS detail
LIMIT $limit
