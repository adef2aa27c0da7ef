// The version of the graph, that of the earliest change that is kept, and that of the first one after a moment.
OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN coalesce(g.version, 0) AS current,
  head(COLLECT { MATCH (c:Change) WHERE c.id > '' RETURN c.version ORDER BY c.id LIMIT 1 }) AS earliest,
  head(COLLECT { MATCH (c:Change) WHERE c.at > $moment RETURN c.version ORDER BY c.at LIMIT 1 }) AS next
