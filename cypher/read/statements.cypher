// Statements that match every filter given: one page in the order of the sort key, each as the JSON that is kept
// with it. It is null while it has to be made anew.
//? include read/statement-match
//? if searched & oldest
WITH s ORDER BY s.sortKey
//? elif searched
WITH s ORDER BY s.sortKey DESC
//? elif spanning & oldest
WITH s ORDER BY s.sortKey
//? elif spanning
WITH s ORDER BY s.sortKey DESC
//? elif actDriven & oldest
WITH s ORDER BY s.sortKey
//? elif actDriven
WITH s ORDER BY s.sortKey DESC
//? else
WITH *
  //? include read/statement-order
//? end
LIMIT $limit
RETURN s.id AS id, s.json AS json, s.sortKey AS key
//? if oldest
ORDER BY s.sortKey
//? else
ORDER BY s.sortKey DESC
//? end
