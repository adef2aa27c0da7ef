// The order of the index that drives a list of articles.
//? if author
ORDER BY by.personId, by.articleId
//? else
ORDER BY a.id
//? end
