  // The columns of what `fact-sums` counts; only the groups that are answered are worth rounding.
  round(toFloat(total), 4) AS goldsteinSum,
  CASE WHEN scored > 0 THEN round(toFloat(total) / scored, 4) END AS goldsteinMean,
  positive, negative, scored - positive - negative AS neutral
