// Mentions that do not stand in one article, or refer to several entities.
MATCH (n:Mention) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles, COUNT { (n)-[:REFERS_TO]->(:Entity) } AS entities
WHERE articles <> 1 OR entities > 1
RETURN 'Mention' AS kind, n.id AS id,
  'stands in ' + articles + ' articles and refers to ' + entities + ' entities' AS detail
LIMIT $limit
