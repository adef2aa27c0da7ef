-- Who speaks about whom, how often and how friendly or hostile: the most frequent pairs first. The speaker has no id where nobody
-- can be named, and so has the target. Scores are summed for those pairs alone that are answered.
WITH pair AS NOT MATERIALIZED (
  /* pairs */
  SELECT s.speaker AS source, s.target, s.score, s.positive, s.negative FROM said s WHERE s.preferred AND s.isabout
  /* end */
),
counted AS MATERIALIZED (SELECT source, target, count(*) AS count FROM pair GROUP BY source, target),
least AS (SELECT min(count) AS count FROM (SELECT count FROM counted ORDER BY count DESC LIMIT $limit)),
-- Names are looked up of few.
chosen AS MATERIALIZED (SELECT * FROM counted WHERE count >= (SELECT count FROM least)),
frequent AS MATERIALIZED (
  SELECT speaker.id AS "speakerId", speaker.name AS "speakerName", speaker.type AS "speakerType",
    target.id AS "targetId", target.name AS "targetName", target.type AS "targetType", chosen.*
  FROM chosen
  LEFT JOIN thing speaker ON speaker.n = chosen.source
  LEFT JOIN thing target ON target.n = chosen.target
  ORDER BY chosen.count DESC, "speakerId" NULLS LAST, "targetId" NULLS LAST
  LIMIT $limit
)
SELECT "speakerId", "speakerName", "speakerType", "targetId", "targetName", "targetType",
  count(*)::INTEGER AS count, count(score)::INTEGER AS scored, coalesce(sum(score), 0)::INTEGER AS total,
  sum(positive)::INTEGER AS positive, sum(negative)::INTEGER AS negative
FROM frequent
JOIN pair ON pair.source IS NOT DISTINCT FROM frequent.source AND pair.target IS NOT DISTINCT FROM frequent.target
GROUP BY ALL
ORDER BY count DESC, "speakerId" NULLS LAST, "targetId" NULLS LAST
