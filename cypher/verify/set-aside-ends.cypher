// Claims set aside that do not stand in one article.
MATCH (n:SetAside) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles
WHERE articles <> 1
RETURN 'SetAside' AS kind, n.id AS id, 'stands in ' + articles + ' articles' AS detail
LIMIT $limit
