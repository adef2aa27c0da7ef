// How far a look at no more than $scan statements goes: how many there are, and the key of the last one.
//? if q
CALL db.index.fulltext.queryNodes('statementText', $q, {limit: 10000}) YIELD node
RETURN null AS reach, count(*) AS looked
//? elif multiDay
UNWIND $intervals AS one
WITH one.prefix + CASE WHEN $low > one.since THEN $low ELSE one.since END AS since, one.prefix + $high AS until
CALL (since, until) {
//? include read/statement-looked
}
RETURN substring(reach, 3) AS reach, looked
//? elif actDriven
UNWIND $codes AS code
CALL (code) {
//? include read/statement-looked
}
RETURN reach, looked
//? else
//? include read/statement-looked
//? end
