-- How many statements each outlet reports, how many of them no other does, and how many of those that others report too
-- it reported first: those that report most first.
WITH report AS (
  SELECT a.outlet, any_value(s.outlets) AS outlets, bool_or(a.earliest = s.reportedearliest) AS first
  FROM said s JOIN reported r ON r.n = s.n JOIN article a ON a.n = r.article
  WHERE
    /* matching */
    s.i = 0 AND s.j = 0
    /* end */
  GROUP BY s.n, a.outlet
),
grouped AS MATERIALIZED (
  SELECT outlet, count(*) AS statements, count(*) FILTER (outlets = 1) AS alone,
    count(*) FILTER (outlets > 1 AND first) AS first
  FROM report GROUP BY outlet
),
least AS (SELECT min(statements) AS statements FROM (SELECT statements FROM grouped ORDER BY statements DESC LIMIT $limit)),
chosen AS MATERIALIZED (SELECT * FROM grouped WHERE statements >= (SELECT statements FROM least))
SELECT min(coalesce(house, title)) AS name, min(CASE WHEN publisher IS NULL THEN article.id END) AS article,
  any_value(statements)::INTEGER AS statements, any_value(alone)::INTEGER AS alone,
  any_value(statements - alone)::INTEGER AS shared, any_value(first)::INTEGER AS first
FROM chosen JOIN article ON article.outlet = chosen.outlet
GROUP BY chosen.outlet
ORDER BY statements DESC, name, article
LIMIT $limit
