-- Which of some things come first by their ids.
SELECT n
FROM
/* things */
thing
/* end */
WHERE n IN (SELECT unnest(from_json($tied, '["INTEGER"]')))
ORDER BY id
LIMIT $places
