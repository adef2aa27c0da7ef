// Filters of an edge from `a` to `b`: where both do the same, each of them counts as either end.
WHERE true
//? if speaker
  AND (a.id = $speaker OR mutual AND b.id = $speaker)
//? end
//? if about
  AND (b.id = $about OR mutual AND a.id = $about OR fact.id = $about)
//? end
//? if speakerRole
  AND (
    EXISTS { (a)<-[:HELD_BY]-(held:Role) WHERE held.kind = $speakerRole }
    OR mutual AND EXISTS { (b)<-[:HELD_BY]-(held:Role) WHERE held.kind = $speakerRole }
  )
//? end
