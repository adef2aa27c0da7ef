// Moves the version of the graph on. It holds a lock from here to the end of the transaction, so commits are in its order.
MERGE (g:Graph {id: 'graph'})
  ON CREATE SET g.seed = left(randomUUID(), 8)
SET g.version = coalesce(g.version, 0) + 1
RETURN g.version AS version
