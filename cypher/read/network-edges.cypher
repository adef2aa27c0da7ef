// Edges of a network: all facts that lead from one node to another are one edge, the heaviest edges first.
/* facts */
MATCH (fact:Statement)-[to:ABOUT]->()
UNWIND fact.speakerIds AS source
WITH fact, source, to.targetId AS target, false AS mutual, fact.actLabel AS label, fact.goldstein AS score
/* end */
WITH source, target, mutual, collect(DISTINCT label) AS labels, collect(fact)[..10] AS kept,
  count(*) AS count, count(score) AS scored, sum(score) AS total,
  count(CASE WHEN score > 0 THEN 1 END) AS positive, count(CASE WHEN score < 0 THEN 1 END) AS negative
ORDER BY count DESC, source, target, mutual
LIMIT $limit
MATCH (a:Entity {id: source})
OPTIONAL MATCH (b:Entity {id: target})
OPTIONAL MATCH (v:Event {id: target})
WITH *, source AS sourceId, target AS targetId
RETURN a {.id, .name, .type} AS source,
  {id: targetId, name: coalesce(b.name, v.label), type: coalesce(b.type, 'Event')} AS target,
  mutual, labels, [one IN kept | one.id] AS facts,
  count AS weight,
  round(toFloat(total), 4) AS goldsteinSum,
  CASE WHEN scored > 0 THEN round(toFloat(total) / scored, 4) END AS goldsteinMean,
  positive, negative, scored - positive - negative AS neutral
ORDER BY weight DESC, sourceId, targetId, mutual
