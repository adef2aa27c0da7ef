  // How many statements `s` a group has, and how friendly or hostile they are by the Goldstein scores of their acts.
  count(s) AS count,
  round(sum(s.goldstein), 4) AS goldsteinSum,
  round(avg(s.goldstein), 4) AS goldsteinMean,
  count(CASE WHEN s.goldstein > 0 THEN 1 END) AS positive,
  count(CASE WHEN s.goldstein < 0 THEN 1 END) AS negative,
  count(CASE WHEN s.goldstein = 0 THEN 1 END) AS neutral
