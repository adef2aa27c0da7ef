// One article with its text and the excluded claims.
MATCH (a:Article {id: $id})
//? include read/article-item
