// Events that match every filter given: one page in the order of the sort key.
//? if q
CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS v
WITH v WHERE v.sortKey > $low AND v.sortKey < $high
//? elif participants
MATCH (:Entity {id: $first})<-[:PARTICIPANT]-(took:Event)
WITH DISTINCT took AS v
WHERE v.sortKey > $low AND v.sortKey < $high
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event)
WITH DISTINCT told AS v
WHERE v.sortKey > $low AND v.sortKey < $high
//? else
MATCH (v:Event) WHERE v.sortKey > $low AND v.sortKey < $high
//? end
//? if participants
  AND all(id IN $participants WHERE EXISTS { (v)-[:PARTICIPANT]->(:Entity {id: id}) })
//? end
//? if actor
  AND EXISTS { (v)-[:PARTICIPANT {role: 'actor'}]->(:Entity {id: $actor}) }
//? end
//? if recipient
  AND EXISTS { (v)-[:PARTICIPANT {role: 'recipient'}]->(:Entity {id: $recipient}) }
//? end
//? if place
  AND EXISTS { (v)-[:AT]->(:Entity {id: $place}) }
//? end
//? if article
  AND EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }
//? end
//? if kind
  AND v.kind = $kind
//? end
//? if from
  AND (v.dateLatest IS NULL OR v.dateLatest >= $from)
//? end
WITH v
//? if oldest
ORDER BY v.sortKey
//? else
ORDER BY v.sortKey DESC
//? end
LIMIT $limit
//? include read/event-item
