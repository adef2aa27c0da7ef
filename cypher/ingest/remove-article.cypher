// Removes an article whose facts are gone already.
MATCH (a:Article {id: $id})
DETACH DELETE a
