// What drives a list of events: who took part, where it was, of what kind it is. Who took part twice counts as who acted.
//? if byParticipant & multiDay
MATCH (v:Event)-[took:PARTICIPANT]->()
WHERE took.entityId = $first AND took.intervalKey > since AND took.intervalKey < until
  AND (took.role = 'actor' OR NOT EXISTS {
    (v)-[also:PARTICIPANT]->() WHERE also.entityId = $first AND also.role = 'actor'
  })
//? elif byParticipant
MATCH (v:Event)-[took:PARTICIPANT]->()
WHERE took.entityId = $first AND took.sortKey > $low AND took.sortKey < $high
  AND (took.role = 'actor' OR NOT EXISTS {
    (v)-[also:PARTICIPANT]->() WHERE also.entityId = $first AND also.role = 'actor'
  })
//? elif byRole & multiDay
MATCH (v:Event)-[took:PARTICIPANT]->()
WHERE took.entityId = $first AND took.intervalKey > since AND took.intervalKey < until AND took.role = $role
//? elif byRole
MATCH (v:Event)-[took:PARTICIPANT]->()
WHERE took.entityId = $first AND took.role = $role AND took.sortKey > $low AND took.sortKey < $high
//? elif multiDay
MATCH (v:Event)
WHERE v.intervalKey > since AND v.intervalKey < until
//? elif place
MATCH (v:Event)-[at:AT]->()
WHERE at.entityId = $place AND at.sortKey > $low AND at.sortKey < $high
//? elif kind
MATCH (v:Event)
WHERE v.kind = $kind AND v.sortKey > $low AND v.sortKey < $high
//? else
MATCH (v:Event)
WHERE v.sortKey > $low AND v.sortKey < $high
//? end
