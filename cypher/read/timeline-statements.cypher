// How many statements that match every filter given begin in each day, week, month or year; without a first day: null.
//? include read/statement-match
WITH CASE WHEN s.saidEarliest > '0001-01-01' THEN s.saidEarliest END AS day
WHERE true
//? if from
  AND (day IS NULL OR day >= $from)
//? end
//? if to
  AND (day IS NULL OR day <= $to)
//? end
//? if byDay
RETURN day AS start, count(*) AS count
//? elif byWeek
RETURN CASE WHEN day IS NOT NULL THEN toString(date.truncate('week', date(day))) END AS start, count(*) AS count
//? elif byMonth
RETURN left(day, 7) + '-01' AS start, count(*) AS count
//? else
RETURN left(day, 4) + '-01-01' AS start, count(*) AS count
//? end
ORDER BY start
