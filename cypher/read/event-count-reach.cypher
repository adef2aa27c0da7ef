// How many events what counts them looks at, no more than $scan.
//? if q
CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node
RETURN count(*) AS looked
//? else
//? include read/event-driver
LIMIT $scan
RETURN count(*) AS looked
//? end
