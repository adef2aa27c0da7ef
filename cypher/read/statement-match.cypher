// Statements `s` that match every filter given. Of what the driving index gives, no more than $scan are looked at: those
// that come first in the order of the list.
//? if q
CALL db.index.fulltext.queryNodes('statementText', $q, {limit: 10000}) YIELD node
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH DISTINCT coalesce(rendered, node) AS s
WHERE s.sortKey > $low AND s.sortKey < $high
//? include read/statement-filters
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Quotation)-[:RENDERS]->(reported:Statement)
WITH DISTINCT reported AS s
WHERE s.sortKey > $low AND s.sortKey < $high
//? include read/statement-filters
//? elif multiDay
UNWIND $intervals AS one
WITH one.prefix + CASE WHEN $low > one.since THEN $low ELSE one.since END AS since, one.prefix + $high AS until
CALL (since, until) {
//? include read/statement-window
  RETURN s
  //? include read/statement-order
  LIMIT $limit
}
//? elif actDriven & paged
UNWIND $codes AS code
CALL (code) {
//? include read/statement-window
  RETURN s
  //? include read/statement-order
  LIMIT $limit
}
//? elif actDriven
UNWIND $codes AS code
CALL (code) {
//? include read/statement-window
  RETURN s
}
//? else
//? include read/statement-window
//? end
