// References to events that no quotation names.
MATCH (n:EventReference) WHERE n.id IN $ids AND NOT EXISTS { (n)<-[:NAMES_EVENT]-(:Quotation) }
RETURN 'EventReference' AS kind, n.id AS id, 'is named by nothing' AS detail
LIMIT $limit
