// Ids that changes after a version touched, at most so many, and whether one of these changes was a bulk load, which lists none.
CALL () {
  MATCH (c:Change) WHERE c.id > $after
  WITH c ORDER BY c.id LIMIT 100000
  UNWIND
    CASE $of
      WHEN 'articles' THEN coalesce(c.articlesAdded, []) + coalesce(c.articlesReplaced, [])
      WHEN 'entities' THEN coalesce(c.entities, [])
      WHEN 'events' THEN coalesce(c.events, [])
      ELSE coalesce(c.statements, [])
    END AS id
  WITH DISTINCT id LIMIT $limit
  RETURN collect(id) AS ids
}
RETURN ids, EXISTS { MATCH (c:Change) WHERE c.id > $after AND c.isBulk } AS isBulk
