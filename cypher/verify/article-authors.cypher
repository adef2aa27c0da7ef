// Relationships of articles to their authors that do not hold what their ends hold, or are there twice.
MATCH (n:Article) WHERE n.id IN $ids
MATCH (n)-[r:AUTHORED_BY]->(p)
WITH n, p, count(r) AS copies, all(one IN collect(r) WHERE one.personId = p.id AND one.articleId = n.id) AS isRight
WHERE copies > 1 OR NOT coalesce(isRight, false) OR NOT p:Person
RETURN 'Article' AS kind, n.id AS id, 'AUTHORED_BY ' + coalesce(p.id, '?') + CASE
  WHEN copies > 1 THEN ' is there ' + copies + ' times'
  WHEN NOT p:Person THEN ' leads to no person'
  ELSE ' does not hold the ids of its ends' END AS detail
LIMIT $limit
