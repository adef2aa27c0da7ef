// The columns of an edge, which joins all facts of a pair, the heaviest edge first.
WITH fact, source, target, mutual, label, fact.goldstein AS score
WITH source, target, mutual, collect(DISTINCT label) AS labels, collect(fact)[..10] AS kept,
//? include read/fact-sums
ORDER BY count DESC, source, target, mutual
LIMIT $limit
MATCH (a:Entity {id: source})
OPTIONAL MATCH (b:Entity {id: target})
OPTIONAL MATCH (v:Event {id: target})
WITH *, source AS sourceId, target AS targetId
RETURN {id: a.id, name: a.name, type: a.type} AS source,
  {id: targetId, name: coalesce(b.name, v.label), type: coalesce(b.type, 'Event')} AS target,
  mutual, labels, [one IN kept | one.id] AS facts,
  count AS weight,
//? include read/tone-item
ORDER BY weight DESC, sourceId, targetId, mutual
