// How far a look at no more than $scan events goes: how many there are, and the key of the last one.
//? if multiDay
UNWIND $intervals AS one
WITH one.prefix + CASE WHEN $low > one.since THEN $low ELSE one.since END AS since, one.prefix + $high AS until
CALL (since, until) {
//? include read/events-looked
}
RETURN substring(reach, 3) AS reach, looked
//? else
//? include read/events-looked
//? end
