// Notes of entities whether they are there only because articles brought them along.
MATCH (e:Entity)
WHERE e.id IN $ids
SET e.provisional = CASE WHEN $provisional THEN true END
