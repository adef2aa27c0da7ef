// How many nodes of a kind there are. The label is that of one kind, and is replaced for another one.
MATCH (n:Article)
RETURN count(n) AS count
