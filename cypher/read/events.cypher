// Events that match every filter given: one page in the order of the sort key. Of what the driving index gives, no more
// than $scan are looked at.
//? if q
CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS v
WITH v WHERE v.sortKey > $low AND v.sortKey < $high
//? include read/events-filters
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event)
WITH DISTINCT told AS v
WHERE v.sortKey > $low AND v.sortKey < $high
//? include read/events-filters
//? elif multiDay
UNWIND $intervals AS one
WITH one.prefix + CASE WHEN $low > one.since THEN $low ELSE one.since END AS since, one.prefix + $high AS until
CALL (since, until) {
//? include read/events-driver
WITH *
  //? include read/events-order
LIMIT $scan
WHERE true
//? include read/events-filters
  RETURN v
  //? include read/events-order
  LIMIT $limit
}
//? else
//? include read/events-driver
WITH *
  //? include read/events-order
LIMIT $scan
WHERE true
//? include read/events-filters
//? end
//? if searched & oldest
WITH v ORDER BY v.sortKey
//? elif searched
WITH v ORDER BY v.sortKey DESC
//? elif multiDay & oldest
WITH v ORDER BY v.sortKey
//? elif multiDay
WITH v ORDER BY v.sortKey DESC
//? else
WITH *
  //? include read/events-order
//? end
LIMIT $limit
WITH v
//? include read/event-item
