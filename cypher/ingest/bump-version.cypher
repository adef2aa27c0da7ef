// Moves the version of the graph on, and lets one writer at a time go on: the others wait for its lock.
MERGE (g:Graph {id: 'graph'})
  ON CREATE SET g.seed = left(randomUUID(), 8)
SET g.version = coalesce(g.version, 0) + 1
RETURN g.version AS version
