// The ids of all articles that are there.
MATCH (a:Article)
RETURN a.id AS id
