  // How many facts a group has, and how the Goldstein scores of their acts, each a `score`, add up.
  count(*) AS count, count(score) AS scored, sum(score) AS total,
  count(CASE WHEN score > 0 THEN 1 END) AS positive, count(CASE WHEN score < 0 THEN 1 END) AS negative
