// Moves the version of the graph on, and notes the number of the model. It holds a lock from here to the end of the transaction, so commits are in its
// order. The lock is taken before the version is read, or two writers would read the same one.
MERGE (g:Graph {id: 'graph'})
SET g.locked = true
WITH g
SET g.version = coalesce(g.version, 0) + 1, g.seed = coalesce(g.seed, left(randomUUID(), 8)), g.model = $model
RETURN g.version AS version
