// What is kept of annotations without an article.
MATCH (x:Source)
WHERE x.id IN $ids AND NOT EXISTS { MATCH (:Article {id: x.id}) }
RETURN 'Source' AS kind, x.id AS id, 'is of no article' AS detail
LIMIT $limit
