// Articles as the index of counts takes them.
/* which */
MATCH (a:Article) WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
/* end */
RETURN a.id AS id, a.id AS key, a.title AS title, a.publisherKey AS publisher, a.publishedEarliest AS earliest,
  a.publishedLatest AS latest
