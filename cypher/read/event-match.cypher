// Events, each a `fact`, that match every filter of statements that an event can match: who speaks is who acts, and
// whom it is about is who takes part. Of what the driving index gives, no more than $scan are looked at, the newest.
//? if q
CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS fact
WITH fact WHERE fact.sortKey > $low AND fact.sortKey < $high
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event)
WITH DISTINCT told AS fact
WHERE fact.sortKey > $low AND fact.sortKey < $high
//? else
//? include read/event-driver
LIMIT $scan
WHERE true
//? end
//? if speaker & searched
  AND EXISTS { (fact)-[:PARTICIPANT {role: 'actor'}]->(:Entity {id: $speaker}) }
//? end
//? if about & searched
  AND (fact.id = $about OR EXISTS { (fact)-[:PARTICIPANT]->(:Entity {id: $about}) })
//? elif about & speaker
  AND (fact.id = $about OR EXISTS { (fact)-[:PARTICIPANT]->(:Entity {id: $about}) })
//? end
//? if speakerRole
  AND EXISTS {
    (fact)-[:PARTICIPANT {role: 'actor'}]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $speakerRole
  }
//? end
//? if act
  AND fact.cameo IN $codes
//? end
//? if polarity
  AND fact.polarity = $polarity
//? end
//? if saidFrom
  AND (fact.dateLatest IS NULL OR fact.dateLatest >= $saidFrom)
//? end
//? include read/support-filters
