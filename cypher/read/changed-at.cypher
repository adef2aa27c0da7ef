// When things of a kind were changed last, out of the newest records of changes; one without an id is of a bulk load, which changed all.
MATCH (c:Change) WHERE c.id > ''
WITH c ORDER BY c.id DESC LIMIT $scan
UNWIND CASE WHEN coalesce(c.isBulk, false) THEN [null] ELSE [one IN CASE $kind
    WHEN 'statement' THEN c.statements
    WHEN 'event' THEN c.events
    WHEN 'entity' THEN c.entities
    ELSE coalesce(c.articlesAdded, []) + coalesce(c.articlesReplaced, [])
  END WHERE one IN $ids] END AS id
RETURN id, max(c.at) AS at
