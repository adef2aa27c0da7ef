// Quotations whose statements have no id of their own, in the order of the ids that follow from their words.
MATCH (q:Quotation) WHERE q.openId > $after
RETURN q.id AS id, q.openId AS openId ORDER BY openId LIMIT $limit
