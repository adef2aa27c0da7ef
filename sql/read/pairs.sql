-- Who speaks about whom, how often and how friendly or hostile: the most frequent pairs first. The speaker has no id where nobody
-- can be named, and so has the target. Scores are summed for those pairs alone that are answered.
WITH matching AS NOT MATERIALIZED (
  /* pairs */
  SELECT s.pair, s.score, s.signs FROM said s WHERE s.preferred AND s.isabout
  /* end */
),
counted AS MATERIALIZED (SELECT pair, count(*) AS count FROM matching GROUP BY pair),
least AS (SELECT min(count) AS count FROM (SELECT count FROM counted ORDER BY count DESC LIMIT $limit)),
chosen AS MATERIALIZED (
  SELECT counted.*, pair.speaker, pair.target
  FROM counted JOIN pair ON pair.n = counted.pair
  WHERE count >= (SELECT count FROM least)
),
-- Names are looked up of few: a join would take all of them.
named AS MATERIALIZED (
  SELECT n, id, name, type FROM thing
  WHERE n IN (SELECT speaker FROM chosen UNION ALL SELECT target FROM chosen)
),
frequent AS MATERIALIZED (
  SELECT speaker.id AS "speakerId", speaker.name AS "speakerName", speaker.type AS "speakerType",
    target.id AS "targetId", target.name AS "targetName", target.type AS "targetType", pair, count
  FROM chosen
  LEFT JOIN named speaker ON speaker.n = chosen.speaker
  LEFT JOIN named target ON target.n = chosen.target
  ORDER BY chosen.count DESC, "speakerId" NULLS LAST, "targetId" NULLS LAST
  LIMIT $limit
),
summed AS (
  SELECT pair, count(score) AS scored, sum(score) AS total, sum(signs) AS signs
  FROM frequent JOIN matching USING (pair)
  GROUP BY pair
)
SELECT "speakerId", "speakerName", "speakerType", "targetId", "targetName", "targetType",
  count::INTEGER AS count, scored::INTEGER AS scored, coalesce(total, 0)::INTEGER AS total,
  positiveof(signs) AS positive, negativeof(signs) AS negative
FROM frequent JOIN summed USING (pair)
ORDER BY count DESC, "speakerId" NULLS LAST, "targetId" NULLS LAST
