// Decisions in the order in which they were taken.
/* rows */
MATCH (d:Decision) WHERE d.key > $low AND d.key < $high
WITH d ORDER BY d.key LIMIT $limit
/* end */
RETURN d.id AS id, d.kind AS kind, d.at AS at, d.by AS by, d.why AS why, d.statement AS statement,
  d.article AS article, coalesce(d.speakers, []) AS speakers, d.rank AS rank,
  d.of AS of, coalesce(d.ids, []) AS ids, d.entity AS entity, d.into AS into, d.decision AS decision, d.isActive AS isActive, d.key AS key
/* order */
ORDER BY d.key
/* end */
