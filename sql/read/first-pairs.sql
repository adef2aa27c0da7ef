-- Which of some pairs come first by the ids of the speaker and the target, those without one last.
WITH tied AS MATERIALIZED (
  SELECT * FROM pair WHERE n IN (SELECT unnest(from_json($tied, '["INTEGER"]')))
)
SELECT tied.n AS n
FROM tied
LEFT JOIN thing AS one ON one.n = tied.speaker
LEFT JOIN thing AS other ON other.n = tied.target
ORDER BY one.id NULLS LAST, other.id NULLS LAST
LIMIT $places
