// Edges from the subject of a relation to its object: the relations that match every filter given.
//? if article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Relation)
WITH DISTINCT told AS fact
//? else
//? include read/relation-driver
//? end
MATCH (a:Entity)<-[:SUBJECT]-(fact)-[:OBJECT]->(b:Entity)
WHERE true
//? if dated
  AND fact.dateEarliest IS NOT NULL
//? end
//? if saidFrom
  AND (fact.dateLatest IS NULL OR fact.dateLatest >= $saidFrom)
//? end
//? if saidTo
  AND (fact.dateEarliest IS NULL OR fact.dateEarliest <= $saidTo)
//? end
//? include read/support-filters
WITH fact, a, b, fact.predicate IN ['ALLY_OF', 'PARTNER_OF', 'RIVAL_OF', 'NEIGHBOUR_OF'] AS mutual,
  fact.predicate AS label
WITH fact, mutual, label,
  CASE WHEN mutual AND b.id < a.id THEN b ELSE a END AS a, CASE WHEN mutual AND b.id < a.id THEN a ELSE b END AS b
//? include read/edge-filters
WITH fact, a.id AS source, b.id AS target, mutual, label
//? include read/edge-item
