// Attributions that are not of one quotation, or to one speaker twice.
MATCH (n:Attribution) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:ATTRIBUTES]->(:Quotation) } AS quotations, COUNT { (n)-[:TO]->() } AS given,
  COUNT { MATCH (n)-[:TO]->(e:Entity) RETURN DISTINCT e } AS speakers
WHERE quotations <> 1 OR speakers <> given
RETURN 'Attribution' AS kind, n.id AS id,
  'attributes ' + quotations + ' quotations to ' + speakers + ' speakers by ' + given + ' relationships' AS detail
LIMIT $limit
