// The version of the graph: it moves on with every write. The seed tells one graph from another of the same version.
OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN coalesce(g.version, 0) AS version, coalesce(g.seed, 'empty') AS seed
