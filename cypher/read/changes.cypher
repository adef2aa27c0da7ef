// Changes after a version, in their order.
MATCH (c:Change) WHERE c.id > $after AND c.isListed
WITH c ORDER BY c.id LIMIT $limit
RETURN c.version AS version, c.at AS at, c.by AS by, coalesce(c.articlesAdded, []) AS articlesAdded,
  coalesce(c.articlesReplaced, []) AS articlesReplaced, coalesce(c.articlesRemoved, []) AS articlesRemoved,
  coalesce(c.entities, []) AS entities, coalesce(c.decisions, []) AS decisions,
  coalesce(c.statements, []) AS statements, coalesce(c.events, []) AS events, coalesce(c.isBulk, false) AS isBulk
ORDER BY c.id
