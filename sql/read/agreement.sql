-- What two outlets both report, of how much of it both give a day, on how much of that the days exclude each other, and who
-- published first: the pairs that share most first.
WITH report AS MATERIALIZED (
  SELECT r.n, a.outlet, r.earliest, r.latest, a.earliest AS published
  FROM reported r JOIN article a ON a.n = r.article
  WHERE r.n IN (
    SELECT s.n
    /* matching */
    FROM said s WHERE s.i = 0 AND s.j = 0 AND s.outlets > 1
    /* end */
  )
),
common AS (
  SELECT one.outlet AS one, other.outlet AS other,
    bool_or(one.earliest IS NOT NULL AND other.earliest IS NOT NULL) AS dated,
    bool_or(one.latest < other.earliest OR other.latest < one.earliest) AS differ,
    min(one.published) < min(other.published) AS onefirst, min(other.published) < min(one.published) AS otherfirst
  FROM report one JOIN report other ON one.n = other.n AND one.outlet < other.outlet
  GROUP BY one.n, one.outlet, other.outlet
),
paired AS MATERIALIZED (
  SELECT one, other, count(*) AS shared, count(*) FILTER (dated) AS dated, count(*) FILTER (differ) AS differ,
    count(*) FILTER (onefirst) AS onefirst, count(*) FILTER (otherfirst) AS otherfirst
  FROM common GROUP BY one, other
),
least AS (SELECT min(shared) AS shared FROM (SELECT shared FROM paired ORDER BY shared DESC LIMIT $limit)),
chosen AS MATERIALIZED (SELECT * FROM paired WHERE shared >= (SELECT shared FROM least)),
named AS (
  SELECT outlet, min(coalesce(house, title)) AS name, min(CASE WHEN publisher IS NULL THEN id END) AS article
  FROM article WHERE outlet IN (SELECT one FROM chosen UNION ALL SELECT other FROM chosen)
  GROUP BY outlet
),
-- The pair in the order of its names, whatever their hashes are.
turned AS (
  SELECT chosen.*, a.name AS aname, a.article AS aarticle, b.name AS bname, b.article AS barticle,
    (a.name, coalesce(a.article, '')) < (b.name, coalesce(b.article, '')) AS inorder
  FROM chosen JOIN named a ON a.outlet = one JOIN named b ON b.outlet = other
)
SELECT CASE WHEN inorder THEN aname ELSE bname END AS "oneName",
  CASE WHEN inorder THEN aarticle ELSE barticle END AS "oneArticle",
  CASE WHEN inorder THEN bname ELSE aname END AS "otherName",
  CASE WHEN inorder THEN barticle ELSE aarticle END AS "otherArticle",
  shared::INTEGER AS shared, dated::INTEGER AS dated, differ::INTEGER AS "datesDiffer",
  CASE WHEN inorder THEN onefirst ELSE otherfirst END::INTEGER AS "oneFirst",
  CASE WHEN inorder THEN otherfirst ELSE onefirst END::INTEGER AS "otherFirst"
FROM turned
ORDER BY shared DESC, "oneName", "otherName", "oneArticle", "otherArticle"
LIMIT $limit
