// Who speaks about whom, how often and how friendly or hostile: statements that match every filter given, counted by
// speaker and target. Without a preferred speaker the speaker is null.
//? include read/statement-match
//? if anyAttribution
WITH s
MATCH (s)-[by:SAID_BY]->()
  //? if anySpeaker
WHERE by.speakerId = $anySpeaker
  //? end
WITH s, by.speakerId AS speakerId
//? else
WITH s, s.speakerId AS speakerId
//? end
MATCH (s)-[to:ABOUT]->()
//? if about
WHERE to.targetId = $about
//? end
WITH speakerId, to.targetId AS targetId,
//? include read/statement-sums
ORDER BY count DESC, speakerId, targetId
LIMIT $limit
OPTIONAL MATCH (e:Entity {id: speakerId})
OPTIONAL MATCH (t:Entity {id: targetId})
OPTIONAL MATCH (v:Event {id: targetId})
RETURN CASE WHEN e IS NOT NULL THEN {id: e.id, name: e.name, type: e.type} END AS speaker,
  {id: targetId, name: coalesce(t.name, v.label), type: coalesce(t.type, 'Event')} AS target,
  count, goldsteinSum, goldsteinMean, positive, negative, neutral
ORDER BY count DESC, speakerId, targetId
