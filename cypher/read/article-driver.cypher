// What drives a list of articles: their author, or their ids.
//? if author
MATCH (a:Article)-[by:AUTHORED_BY]->()
WHERE by.personId = $author AND by.articleId > $low AND by.articleId < $high
//? else
MATCH (a:Article) WHERE a.id > $low AND a.id < $high
//? end
WITH *
//? include read/article-order
