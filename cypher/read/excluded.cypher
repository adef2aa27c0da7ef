// Claims that articles make and that are kept out of the graph, by id.
/* rows */
MATCH (x:ExcludedClaim) WHERE x.id > $low AND x.id < $high
WITH x ORDER BY x.id LIMIT $limit
/* end */
MATCH (x)-[:IN]->(a:Article)
RETURN x.id AS id, x.reason AS reason,
  {id: a.id, title: a.title, published: a.publishedEdtf} AS article,
  x {.exact, .prefix, .suffix, .start, .end, unit: 'code-point'} AS evidence,
  x.id AS key
ORDER BY key
