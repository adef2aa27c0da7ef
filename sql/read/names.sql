-- What some things are called.
SELECT n, id,
  /* name */
  name, type
  /* end */
FROM
/* things */
thing
/* end */
WHERE n IN (SELECT unnest(from_json($numbers, '["INTEGER"]')))
