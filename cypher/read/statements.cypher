// Statements that match every filter given: one page in the order of the sort key, each as the JSON that is kept
// with it, empty while it has to be made anew. A page is one row of lists, since rows cost more than what they hold.
//? include read/statement-match
//? if searched & oldest
WITH s ORDER BY s.sortKey
//? elif searched
WITH s ORDER BY s.sortKey DESC
//? elif multiDay & oldest
WITH s ORDER BY s.sortKey
//? elif multiDay
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
RETURN collect(s.id) AS ids, collect(coalesce(s.json, '')) AS texts, collect(s.sortKey) AS keys
