// The last key and the number of the events that are looked at.
//? include read/events-driver
WITH *
//? include read/events-order
LIMIT $scan
//? if byParticipant & multiDay
WITH took.intervalKey AS key
//? elif byParticipant
WITH took.sortKey AS key
//? elif byRole & multiDay
WITH took.intervalKey AS key
//? elif byRole
WITH took.sortKey AS key
//? elif multiDay
WITH v.intervalKey AS key
//? else
WITH v.sortKey AS key
//? end
//? if oldest
RETURN max(key) AS reach, count(*) AS looked
//? else
RETURN min(key) AS reach, count(*) AS looked
//? end
