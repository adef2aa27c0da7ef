// Removes an article whose facts are gone already.
MATCH (a:Article {id: $id})
DETACH DELETE a
WITH 1 AS done
MATCH (x:Source {id: $id})
DETACH DELETE x
