-- Statements as they are kept in memory: a row for each speaker and each target, and one for each further article.
SELECT
  /* columns */
  n
  /* end */
FROM (
  SELECT said.*, false AS further FROM said
  UNION ALL
  SELECT said.* REPLACE (reported.article AS article), true
  FROM said JOIN reported ON reported.n = said.n AND NOT reported.isfirst
  WHERE said.i = 0 AND said.j = 0 AND said.articles > 1
)
WHERE
  /* which */
  true
  /* end */
