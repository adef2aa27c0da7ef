// Relationships of a type that nothing writes; those of drafts have a prefix.
MATCH (n)-[r:!(IN|RENDERS|SAME_AS|ATTRIBUTES|TO|TARGET_OF|DESCRIBED_OF|ABOUT|SPEAKS_ABOUT|SAID_AT|SAID_BY|PARTICIPANT|AT|SUBJECT|OBJECT|HELD_BY|OF|SUPPORTS|TELLS_OF|FIGURE_OF|ASSERTED_BY|NAMES_EVENT|NAMES_ENTITY|REFERS_TO|NAMES|BELONGS_TO|AUTHORED_BY|DECIDED_BY|MERGED_INTO)]->(m)
WHERE NOT type(r) STARTS WITH 'DRAFT_'
RETURN coalesce(head(labels(n)), 'node') AS kind, coalesce(n.id, n.key, elementId(n)) AS id,
  'has a relationship ' + type(r) + ' to ' + coalesce(m.id, m.key, elementId(m)) + ', a type that is not written' AS detail
LIMIT $limit
