// What each commit after a version touched, as far as that was noted.
MATCH (c:Change) WHERE c.version > $since AND c.isWhole
RETURN c.version AS version,
  coalesce(c.articlesAdded, []) + coalesce(c.articlesReplaced, []) + coalesce(c.articlesRemoved, []) AS articles,
  coalesce(c.entities, []) + coalesce(c.holders, []) AS entities, coalesce(c.events, []) AS events,
  coalesce(c.relations, []) AS relations, coalesce(c.statements, []) AS statements
ORDER BY version
