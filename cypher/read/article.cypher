// One article with its text and the claims that were set aside.
MATCH (a:Article {id: $id})
//? include read/article-item
