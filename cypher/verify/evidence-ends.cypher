// Evidence that does not stand in one article and support one fact.
MATCH (n:Evidence) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:IN]->(:Article) } AS articles, COUNT { (n)-[:SUPPORTS]->(:Event|Relation|Role) } AS facts
WHERE articles <> 1 OR facts <> 1
RETURN 'Evidence' AS kind, n.id AS id, 'stands in ' + articles + ' articles and supports ' + facts + ' facts' AS detail
LIMIT $limit
