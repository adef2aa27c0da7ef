// The filters of statements that do not drive the query; `searched` is set where a text or an article drives it.
//? if about & searched
  AND EXISTS { (s)-[searchedAbout:ABOUT]->() WHERE searchedAbout.targetId = $about }
//? end
//? if speaker & searched
  AND s.speakerId = $speaker
//? end
//? if anySpeaker & about
  AND EXISTS { (s)-[anyBy:SAID_BY]->() WHERE anyBy.speakerId = $anySpeaker }
//? elif anySpeaker & searched
  AND EXISTS { (s)-[anyBy:SAID_BY]->() WHERE anyBy.speakerId = $anySpeaker }
//? end
//? if contested
  AND s.contested = true
//? end
//? if article & q
  AND EXISTS { (s)<-[:RENDERS]-(:Quotation)-[:IN]->(:Article {id: $article}) }
//? end
//? if speakerRole & anyAttribution
  AND EXISTS { (s)-[:SAID_BY]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $speakerRole }
//? elif speakerRole
  AND EXISTS {
    (s)-[roleBy:SAID_BY]->(:Entity)<-[:HELD_BY]-(role:Role)
    WHERE role.kind = $speakerRole AND roleBy.speakerId = s.speakerId
  }
//? end
//? if act & !actDriven
  AND s.cameo IN $codes
//? end
//? if polarity
  AND s.polarity = $polarity
//? end
//? if quoteType
  AND $quoteType IN s.quoteTypes
//? end
//? if saidFrom
  AND (s.saidLatest IS NULL OR s.saidLatest >= $saidFrom)
//? end
//? if reportedFrom
  AND s.reportedLatest >= $reportedFrom
//? end
//? if reportedTo
  AND s.reportedEarliest <= $reportedTo
//? end
//? if minConfidence
  AND s.confidence >= $minConfidence
//? end
