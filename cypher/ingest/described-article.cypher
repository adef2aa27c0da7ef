// What an article is described by.
MATCH (a:Article {id: $id})
RETURN properties(a) AS properties
