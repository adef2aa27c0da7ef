// Statements `s` that match every filter given. The most selective filter with an index of its own drives the query, and
// the others are checked on the way.
//? if q
CALL db.index.fulltext.queryNodes('statementText', $q, {limit: 10000}) YIELD node
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH DISTINCT coalesce(rendered, node) AS s
WHERE s.sortKey > $low AND s.sortKey < $high
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Quotation)-[:RENDERS]->(reported:Statement)
WITH DISTINCT reported AS s
WHERE s.sortKey > $low AND s.sortKey < $high
//? elif about & speaker
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.speakerId = $speaker AND about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif about
MATCH (s:Statement)-[about:ABOUT]->()
WHERE about.targetId = $about AND about.sortKey > $low AND about.sortKey < $high
//? elif speaker
MATCH (s:Statement)
WHERE s.speakerId = $speaker AND s.sortKey > $low AND s.sortKey < $high
//? elif anySpeaker
MATCH (s:Statement)-[said:SAID_BY]->()
WHERE said.speakerId = $anySpeaker AND said.sortKey > $low AND said.sortKey < $high
//? elif contested
MATCH (s:Statement)
WHERE s.contested = true AND s.sortKey > $low AND s.sortKey < $high
//? else
MATCH (s:Statement)
WHERE s.sortKey > $low AND s.sortKey < $high
//? end
//? include read/statement-filters
