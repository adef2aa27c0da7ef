// Entities by id, as reconciliation hands them out.
MATCH (e:Entity) WHERE e.id IN $ids
RETURN
//? include read/reconcile-item
ORDER BY e.id
