// Who speaks about whom, how often and how friendly or hostile. The speaker has no id where nobody can be named.
/* pairs */
MATCH (s:Statement)-[to:ABOUT]->()
UNWIND s.speakerIds AS source
WITH s, source, to.targetId AS target, s.goldstein AS score
/* end */
WITH source, target, count(*) AS count, count(score) AS scored, sum(score) AS total,
  count(CASE WHEN score > 0 THEN 1 END) AS positive, count(CASE WHEN score < 0 THEN 1 END) AS negative
/* types */
/* end */
ORDER BY count DESC, source, target
LIMIT $limit
OPTIONAL MATCH (e:Entity {id: source})
OPTIONAL MATCH (t:Entity {id: target})
OPTIONAL MATCH (v:Event {id: target})
WITH *, source AS speakerId, target AS targetId
RETURN {id: speakerId, name: coalesce(e.name, 'Not named'), type: e.type} AS speaker,
  {id: targetId, name: coalesce(t.name, v.label), type: coalesce(t.type, 'Event')} AS target,
  count,
  round(toFloat(total), 4) AS goldsteinSum,
  CASE WHEN scored > 0 THEN round(toFloat(total) / scored, 4) END AS goldsteinMean,
  positive, negative, scored - positive - negative AS neutral
ORDER BY count DESC, speakerId, targetId
