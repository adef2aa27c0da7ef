// Statements that match every filter given: one page in the order of the sort key. The most selective filter with an
// index of its own drives the query, and the others are checked on the way.
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
//? if searched
WITH s
  //? if oldest
  ORDER BY s.sortKey
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? elif about & speaker
WITH s, about
  //? if oldest
  ORDER BY about.speakerId, about.targetId, about.sortKey
  //? else
  ORDER BY about.speakerId DESC, about.targetId DESC, about.sortKey DESC
  //? end
//? elif about
WITH s, about
  //? if oldest
  ORDER BY about.targetId, about.sortKey
  //? else
  ORDER BY about.targetId DESC, about.sortKey DESC
  //? end
//? elif speaker
WITH s
  //? if oldest
  ORDER BY s.speakerId, s.sortKey
  //? else
  ORDER BY s.speakerId DESC, s.sortKey DESC
  //? end
//? elif anySpeaker
WITH s, said
  //? if oldest
  ORDER BY said.speakerId, said.sortKey
  //? else
  ORDER BY said.speakerId DESC, said.sortKey DESC
  //? end
//? elif contested
WITH s
  //? if oldest
  ORDER BY s.contested, s.sortKey
  //? else
  ORDER BY s.contested DESC, s.sortKey DESC
  //? end
//? else
WITH s
  //? if oldest
  ORDER BY s.sortKey
  //? else
  ORDER BY s.sortKey DESC
  //? end
//? end
LIMIT $limit
//? include read/statement-item
