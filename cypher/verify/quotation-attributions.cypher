// Quotations with no attribution, or with several preferred ones.
MATCH (n:Quotation) WHERE n.id IN $ids
WITH n, COUNT { (n)<-[:ATTRIBUTES]-(:Attribution) } AS attributions,
  COUNT { MATCH (n)<-[:ATTRIBUTES]-(a:Attribution) WHERE a.rank = 'preferred' RETURN a } AS preferred
WHERE attributions = 0 OR preferred > 1
RETURN 'Quotation' AS kind, n.id AS id,
  CASE attributions WHEN 0 THEN 'has no attribution' ELSE 'has ' + preferred + ' preferred attributions' END AS detail
LIMIT $limit
