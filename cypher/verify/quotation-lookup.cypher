// Quotations that no index finds, or under the id of another statement.
MATCH (n:Quotation) WHERE n.id IN $ids
WITH n, (n.openId IS NULL) = (n.openKeys IS NULL) AND (n.openId IS NULL) <> (n.ownKeys IS NULL)
  AND coalesce(n.openId, n.statementId) = n.statementId AS isFound
WHERE NOT isFound
RETURN 'Quotation' AS kind, n.id AS id, 'is stored under no keys, or under those of another kind of statement' AS detail
LIMIT $limit
