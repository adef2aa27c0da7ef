// Statements counted by one of their properties; a statement without it is in the group null. A date counts by its first
// day, and one whose beginning is open has none.
/* statements */
MATCH (s:Statement)
WITH s
/* end */
/* group */
WITH s, s.goldstein AS score, s.cameo AS id
/* end */
WITH id, count(*) AS count, count(score) AS scored, sum(score) AS total,
  count(CASE WHEN score > 0 THEN 1 END) AS positive, count(CASE WHEN score < 0 THEN 1 END) AS negative
/* types */
/* end */
ORDER BY count DESC, id
LIMIT $limit
/* name */
OPTIONAL MATCH (n:Entity {id: id})
WITH *, n.name AS name, n.type AS type
/* end */
RETURN {id: id, name: name, type: type} AS group,
  count,
  round(toFloat(total), 4) AS goldsteinSum,
  CASE WHEN scored > 0 THEN round(toFloat(total) / scored, 4) END AS goldsteinMean,
  positive, negative, scored - positive - negative AS neutral
ORDER BY count DESC, id
