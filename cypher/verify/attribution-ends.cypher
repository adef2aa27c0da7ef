// Attributions that are not of one quotation, or to several speakers.
MATCH (n:Attribution) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:ATTRIBUTES]->(:Quotation) } AS quotations, COUNT { (n)-[:TO]->(:Entity) } AS speakers
WHERE quotations <> 1 OR speakers > 1
RETURN 'Attribution' AS kind, n.id AS id,
  'attributes ' + quotations + ' quotations to ' + speakers + ' speakers' AS detail
LIMIT $limit
