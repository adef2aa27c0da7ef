// Who speaks about whom, how often and how friendly or hostile: statements that match every filter given, counted by
// speaker and target. Without a preferred speaker the speaker is null.
//? include read/statement-pairs
WITH source, target, fact.goldstein AS score
WITH source, target,
//? include read/fact-sums
ORDER BY count DESC, source, target
LIMIT $limit
OPTIONAL MATCH (e:Entity {id: source})
OPTIONAL MATCH (t:Entity {id: target})
OPTIONAL MATCH (v:Event {id: target})
WITH *, source AS speakerId, target AS targetId
RETURN CASE WHEN e IS NOT NULL THEN {id: e.id, name: e.name, type: e.type} END AS speaker,
  {id: targetId, name: coalesce(t.name, v.label), type: coalesce(t.type, 'Event')} AS target,
  count,
//? include read/tone-item
ORDER BY count DESC, speakerId, targetId
