// Accounts that do not stand in one article and tell of one fact, or that neither the author nor one statement of the article
// asserts. The label is replaced for figures.
MATCH (n:Account) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles,
  COUNT { (n)-[:TELLS_OF]->(:Event|Relation|Role) } + COUNT { (n)-[:FIGURE_OF]->(:Event) } AS facts,
  COUNT { (n)-[:ASSERTED_BY]->() } + CASE WHEN n.as IN ['fact', 'opinion'] THEN 1 ELSE 0 END AS asserting,
  COUNT { (n)-[:ASSERTED_BY]->(s:Statement) WHERE NOT EXISTS { (s)<-[:RENDERS]-(:Quotation)-[:IN]->()<-[:IN]-(n) } } AS strange
WHERE articles <> 1 OR facts <> 1 OR asserting <> 1 OR strange > 0
RETURN labels(n)[0] AS kind, n.id AS id,
  'stands in ' + articles + ' articles, is of ' + facts + ' facts, and asserted by ' + asserting + ', of which '
    + strange + ' are not of its article' AS detail
LIMIT $limit
