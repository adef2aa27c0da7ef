-- Who speaks about whom, how often and how friendly or hostile: the most frequent pairs first. The speaker has no id where nobody
-- can be named, and so has the target.
WITH paired AS MATERIALIZED (
  SELECT source, target, count(*) AS count, count(score) AS scored, sum(score) AS total,
    count(*) FILTER (score > 0) AS positive, count(*) FILTER (score < 0) AS negative
  FROM (
    /* pairs */
    SELECT s.speaker AS source, s.target, CASE WHEN s.topic THEN NULL ELSE s.score END AS score
    FROM said s WHERE s.preferred AND (s.target IS NOT NULL OR s.targets > 0)
    /* end */
  )
  GROUP BY source, target
),
least AS (SELECT min(count) AS count FROM (SELECT count FROM paired ORDER BY count DESC LIMIT $limit))
SELECT speaker.id AS "speakerId", speaker.name AS "speakerName", speaker.type AS "speakerType",
  target.id AS "targetId", target.name AS "targetName", target.type AS "targetType",
  paired.count::INTEGER AS count, scored::INTEGER AS scored, coalesce(total, 0)::INTEGER AS total,
  positive::INTEGER AS positive, negative::INTEGER AS negative
FROM paired
LEFT JOIN thing speaker ON speaker.n = paired.source
LEFT JOIN thing target ON target.n = paired.target
WHERE paired.count >= (SELECT count FROM least)
ORDER BY paired.count DESC, speaker.id NULLS LAST, target.id NULLS LAST
LIMIT $limit
