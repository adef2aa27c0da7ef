// The version of the graph: it moves on with every write. It is settled while no commit is under way, before which and
// after which it is the same. The seed tells one graph from another of the same version.
OPTIONAL MATCH (g:Graph {id: 'graph'})
WITH *, g.version AS before
WITH *, EXISTS { MATCH (c:Commit) WHERE c.until >= timestamp() } AS isUnderWay
OPTIONAL MATCH (after:Graph {id: 'graph'})
RETURN
/* rows */
/* end */
  before, isUnderWay, after.version AS version, after.seed AS seed
