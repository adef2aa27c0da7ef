// The filters of events that do not drive the list.
//? if participants
  AND all(id IN $participants WHERE EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId = id })
//? end
//? if actor
  AND EXISTS { (v)-[acted:PARTICIPANT]->() WHERE acted.entityId = $actor AND acted.role = 'actor' }
//? end
//? if recipient
  AND EXISTS { (v)-[suffered:PARTICIPANT]->() WHERE suffered.entityId = $recipient AND suffered.role = 'recipient' }
//? end
//? if place
  AND EXISTS { (v)-[where:AT]->() WHERE where.entityId = $place }
//? end
//? if article & q
  AND EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }
//? end
//? if kind
  AND v.kind = $kind
//? end
//? if from
  AND (v.dateLatest IS NULL OR v.dateLatest >= $from)
//? end
