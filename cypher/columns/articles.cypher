// Articles as the index of counts takes them.
/* which */
MATCH (a:Article) WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
/* end */
RETURN a.id AS id, a.id AS key, a.title AS title, a.publisherKey AS publisher, a.publisher AS house,
  a.publishedEarliest AS earliest,
  a.publishedLatest AS latest,
  COLLECT { MATCH (a)-[by:AUTHORED_BY]->() RETURN by.personId } AS authors,
  COLLECT {
    MATCH (m:Mention) WHERE m.key > a.id + ' ' AND m.key < a.id + '!'
    RETURN [m.entityId, m.form, m.sentence]
  } AS mentions
