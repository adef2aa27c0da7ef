// Articles in the order of their ids, with their annotations as they were given and the logs of their reviews.
MATCH (a:Article) WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
OPTIONAL MATCH (x:Source {id: a.id})
RETURN a.id AS id, a.text AS text, x.annotation AS annotation, x.reviewLog AS reviewLog
ORDER BY id
