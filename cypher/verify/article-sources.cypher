// Articles of which no annotation is kept.
MATCH (a:Article)
WHERE a.id IN $ids AND NOT EXISTS { MATCH (x:Source {id: a.id}) WHERE x.annotation > '' }
RETURN 'Article' AS kind, a.id AS id, 'has no annotation as it was given' AS detail
LIMIT $limit
