// Attributions that are not of one quotation, to one speaker twice, or that describe whom they name or more than one.
MATCH (n:Attribution) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:ATTRIBUTES]->(:Quotation) } AS quotations, COUNT { (n)-[:TO]->() } AS given,
  COUNT { MATCH (n)-[:TO]->(e:Entity) RETURN DISTINCT e } AS speakers
WHERE quotations <> 1 OR speakers <> given OR COUNT { (n)-[:DESCRIBED_OF]->() } > CASE WHEN n.describedExact IS NULL OR speakers > 0 THEN 0 ELSE 1 END
RETURN 'Attribution' AS kind, n.id AS id,
  'attributes ' + quotations + ' quotations to ' + speakers + ' speakers by ' + given + ' relationships' AS detail
LIMIT $limit
