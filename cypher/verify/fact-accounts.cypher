// Events that other articles tell of than support them. The label is replaced for relations and roles.
MATCH (n:Event) WHERE n.id IN $ids
WITH n, COLLECT { MATCH (n)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a) RETURN DISTINCT a.id AS id ORDER BY id } AS supporting,
  COLLECT { MATCH (n)<-[:TELLS_OF]-(:Account)-[:IN]->(a) RETURN DISTINCT a.id AS id ORDER BY id } AS telling
WHERE supporting <> telling
RETURN labels(n)[0] AS kind, n.id AS id,
  'has evidence in ' + size(supporting) + ' articles and accounts in ' + size(telling) AS detail
LIMIT $limit
