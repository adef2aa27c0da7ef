// How far a look at no more than $scan articles goes: how many there are, and the id of the last one.
//? include read/article-driver
LIMIT $scan
RETURN max(a.id) AS reach, count(*) AS looked
