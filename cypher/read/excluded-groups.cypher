// The articles with the most claims that are kept out of the graph, and how many each has.
MATCH (x:ExcludedClaim)-[:IN]->(a:Article)
WITH a, count(x) AS count
ORDER BY count DESC, a.id LIMIT $most
RETURN a.id AS value, a.title AS label, count
ORDER BY count DESC, value
