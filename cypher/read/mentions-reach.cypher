// How far a look at no more than $scan mentions goes: how many there are, and the key of the last one.
//? include read/mention-driver
LIMIT $scan
RETURN max(m.key) AS reach, count(*) AS looked
