  // How often a `fact` occurs, and how friendly or hostile it is by the Goldstein scores of its acts.
  count(fact) AS count,
  round(sum(fact.goldstein), 4) AS goldsteinSum,
  round(avg(fact.goldstein), 4) AS goldsteinMean,
  count(CASE WHEN fact.goldstein > 0 THEN 1 END) AS positive,
  count(CASE WHEN fact.goldstein < 0 THEN 1 END) AS negative,
  count(CASE WHEN fact.goldstein = 0 THEN 1 END) AS neutral
