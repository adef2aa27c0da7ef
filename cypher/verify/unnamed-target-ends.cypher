// Descriptions of unnamed targets that are not of one quotation and its article, or of more than one thing.
MATCH (n:UnnamedTarget) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:TARGET_OF]->(:Quotation) } AS quotations, COUNT { (n)-[:DESCRIBED_OF]->() } AS of,
  COUNT { MATCH (n)-[:IN]->(a:Article)<-[:IN]-(:Quotation)<-[:TARGET_OF]-(n) RETURN a } AS articles
WHERE quotations <> 1 OR articles <> 1 OR of > 1
RETURN 'UnnamedTarget' AS kind, n.id AS id,
  'is a target of ' + quotations + ' quotations in ' + articles + ' articles, of ' + of + ' entities' AS detail
LIMIT $limit
