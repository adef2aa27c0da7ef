// Moves the version of the graph on, with every write.
MERGE (g:Graph {id: 'graph'})
SET g.version = coalesce(g.version, 0) + 1
RETURN g.version AS version
