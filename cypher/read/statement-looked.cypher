// The last key and the number of the statements that are looked at.
//? include read/statement-driver
WITH *
//? include read/statement-order
LIMIT $scan
//? if about & multiDay
WITH about.intervalKey AS key
//? elif about
WITH about.sortKey AS key
//? elif anySpeaker & multiDay
WITH said.intervalKey AS key
//? elif anySpeaker
WITH said.sortKey AS key
//? elif multiDay
WITH s.intervalKey AS key
//? else
WITH s.sortKey AS key
//? end
//? if oldest
RETURN max(key) AS reach, count(*) AS looked
//? else
RETURN min(key) AS reach, count(*) AS looked
//? end
