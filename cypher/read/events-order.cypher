// The order of the index that drives a list of events.
//? if oldest
  //? if byParticipant & multiDay
  ORDER BY took.entityId, took.intervalKey
  //? elif byParticipant
  ORDER BY took.entityId, took.sortKey
  //? elif byRole & multiDay
  ORDER BY took.entityId, took.intervalKey
  //? elif byRole
  ORDER BY took.entityId, took.role, took.sortKey
  //? elif multiDay
  ORDER BY v.intervalKey
  //? elif place
  ORDER BY at.entityId, at.sortKey
  //? elif kind
  ORDER BY v.kind, v.sortKey
  //? else
  ORDER BY v.sortKey
  //? end
//? else
  //? if byParticipant & multiDay
  ORDER BY took.entityId DESC, took.intervalKey DESC
  //? elif byParticipant
  ORDER BY took.entityId DESC, took.sortKey DESC
  //? elif byRole & multiDay
  ORDER BY took.entityId DESC, took.intervalKey DESC
  //? elif byRole
  ORDER BY took.entityId DESC, took.role DESC, took.sortKey DESC
  //? elif multiDay
  ORDER BY v.intervalKey DESC
  //? elif place
  ORDER BY at.entityId DESC, at.sortKey DESC
  //? elif kind
  ORDER BY v.kind DESC, v.sortKey DESC
  //? else
  ORDER BY v.sortKey DESC
  //? end
//? end
