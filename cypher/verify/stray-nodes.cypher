// Nodes of a kind that nothing writes; those of drafts have a prefix, and are of a kind of their own. What a writer announced who was killed goes with the next commit.
MATCH (n)
WHERE NOT (n:Article|Source|Entity|MergedEntity|FormerId|Name|Event|Relation|Role|Statement|Quotation|Attribution|UnnamedTarget|Evidence|Account|Figure|Mention|ExcludedClaim|EventReference|Decision|Graph|Commit|Change)
  AND NOT any(label IN labels(n) WHERE label STARTS WITH 'Draft')
RETURN coalesce(head(labels(n)), 'node') AS kind, coalesce(toStringOrNull(n.id), elementId(n)) AS id, 'is of no kind that is written' AS detail
LIMIT $limit
