-- Ids of what matches, in their order, between two.
SELECT id
FROM (
  /* matching */
  SELECT a.id FROM article a WHERE true
  /* end */
)
WHERE id > $low AND id < $high
ORDER BY id
LIMIT $limit
