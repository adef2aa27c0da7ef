// The order of the index that drives a list of events.
//? if oldest
  //? if byParticipant & spanning
  ORDER BY took.entityId, took.spanKey
  //? elif byParticipant
  ORDER BY took.entityId, took.sortKey
  //? elif byRole & spanning
  ORDER BY took.entityId, took.spanKey
  //? elif byRole
  ORDER BY took.entityId, took.role, took.sortKey
  //? elif spanning
  ORDER BY v.spanKey
  //? elif place
  ORDER BY at.entityId, at.sortKey
  //? elif kind
  ORDER BY v.kind, v.sortKey
  //? else
  ORDER BY v.sortKey
  //? end
//? else
  //? if byParticipant & spanning
  ORDER BY took.entityId DESC, took.spanKey DESC
  //? elif byParticipant
  ORDER BY took.entityId DESC, took.sortKey DESC
  //? elif byRole & spanning
  ORDER BY took.entityId DESC, took.spanKey DESC
  //? elif byRole
  ORDER BY took.entityId DESC, took.role DESC, took.sortKey DESC
  //? elif spanning
  ORDER BY v.spanKey DESC
  //? elif place
  ORDER BY at.entityId DESC, at.sortKey DESC
  //? elif kind
  ORDER BY v.kind DESC, v.sortKey DESC
  //? else
  ORDER BY v.sortKey DESC
  //? end
//? end
