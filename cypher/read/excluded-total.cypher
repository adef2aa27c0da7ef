// How many claims are kept out of the graph.
MATCH (x:ExcludedClaim) WHERE
/* filters */
true
/* end */
RETURN count(x) AS total
