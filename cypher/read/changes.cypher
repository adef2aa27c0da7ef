// Changes after a version and before another, in their order.
MATCH (c:Change) WHERE c.id > $after AND c.id < $before AND c.isListed
RETURN c.version AS version, c.at AS at, c.by AS by, coalesce(c.articlesAdded, []) AS articlesAdded,
  coalesce(c.articlesReplaced, []) AS articlesReplaced, coalesce(c.articlesRemoved, []) AS articlesRemoved,
  coalesce(c.entities, []) AS entities, coalesce(c.decisions, []) AS decisions,
  coalesce(c.statements, []) AS statements, coalesce(c.events, []) AS events, coalesce(c.isBulk, false) AS isBulk
/* order */
ORDER BY c.id
/* end */
LIMIT $limit
