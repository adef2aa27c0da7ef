// Events, each a `fact`, that match every filter of statements that an event can match: who speaks is who acts, and
// whom it is about is who takes part.
//? if q
CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS fact
WITH fact WHERE fact.sortKey > $low AND fact.sortKey < $high
//? elif article
MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event)
WITH DISTINCT told AS fact
WHERE fact.sortKey > $low AND fact.sortKey < $high
//? elif speaker
MATCH (:Entity {id: $speaker})<-[:PARTICIPANT {role: 'actor'}]-(done:Event)
WITH DISTINCT done AS fact
WHERE fact.sortKey > $low AND fact.sortKey < $high
//? elif about
CALL () {
  MATCH (fact:Event {id: $about})
  RETURN fact
  UNION
  MATCH (:Entity {id: $about})<-[:PARTICIPANT]-(fact:Event)
  RETURN fact
}
WITH fact
WHERE fact.sortKey > $low AND fact.sortKey < $high
//? else
MATCH (fact:Event) WHERE fact.sortKey > $low AND fact.sortKey < $high
//? end
//? if speaker
  AND EXISTS { (fact)-[:PARTICIPANT {role: 'actor'}]->(:Entity {id: $speaker}) }
//? end
//? if about
  AND (fact.id = $about OR EXISTS { (fact)-[:PARTICIPANT]->(:Entity {id: $about}) })
//? end
//? if speakerRole
  AND EXISTS {
    (fact)-[:PARTICIPANT {role: 'actor'}]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $speakerRole
  }
//? end
//? if act
  AND (any(code IN $codes WHERE fact.cameo STARTS WITH code) OR fact.plover IN $plover)
//? end
//? if positive
  AND fact.goldstein > 0
//? elif negative
  AND fact.goldstein < 0
//? elif neutral
  AND fact.goldstein = 0
//? end
//? if saidFrom
  AND (fact.dateLatest IS NULL OR fact.dateLatest >= $saidFrom)
//? end
//? include read/support-filters
