// Moves the version of the graph on, and notes the number of the model. It holds a lock from here to the end of the transaction, so commits are in its
// order. What the commit touches is noted, of the latest commits, if it is known and not too much. The lock is taken before the version is read, or two writers would read the same one.
MERGE (g:Graph {id: 'graph'})
SET g.locked = true
WITH g
SET g.version = coalesce(g.version, 0) + 1, g.seed = coalesce(g.seed, left(randomUUID(), 8)), g.model = $model
WITH g
CALL (g) {
  WITH g WHERE $touched IS NOT NULL
  CREATE (c:Change {version: g.version})
  SET c += $touched
}
CALL (g) {
  MATCH (old:Change) WHERE old.version <= g.version - $kept
  DELETE old
}
RETURN g.version AS version
