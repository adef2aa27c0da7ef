// The version of the graph: it moves on with every write. It is settled while no commit is under way, before which and
// after which it is the same. The seed tells one graph from another of the same version.
OPTIONAL MATCH (g:Graph {id: 'graph'})
WITH coalesce(g.version, 0) AS before
WITH before, COUNT { MATCH (c:Commit) WHERE c.until >= timestamp() } AS underWay
OPTIONAL MATCH (after:Graph {id: 'graph'})
WITH before, underWay, coalesce(after.version, 0) AS version, coalesce(after.seed, 'empty') AS seed
RETURN version, seed, underWay = 0 AND version = before AS isSettled
