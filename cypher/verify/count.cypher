// How many nodes of a kind there are.
//? include verify/node-match
RETURN count(n) AS count
