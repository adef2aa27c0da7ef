// What each commit after a version touched, as far as that was noted.
MATCH (c:Change) WHERE c.version > $since
RETURN c.version AS version, c.articles AS articles, c.entities AS entities, c.events AS events, c.relations AS relations,
  c.statements AS statements
ORDER BY version
