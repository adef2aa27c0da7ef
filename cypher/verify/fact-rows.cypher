// Facts with all that they hold, and the relationships that start at them but for the derived ones. The label is that of
// one kind, and is replaced for another one.
MATCH (n:Event)
WHERE n.id IN $ids
RETURN n.id AS id, properties(n) AS properties, COLLECT {
  MATCH (n)-[r]->(m) WHERE NOT r:SAID_BY|SPEAKS_ABOUT|SAME_AS
  RETURN {type: type(r), to: coalesce(m.id, m.key), labels: labels(m), role: coalesce(r.role, r.as), articles: r.articles}
} AS edges
