// Articles that match every filter given, by id.
//? if q
CALL db.index.fulltext.queryNodes('articleText', $q, {limit: 10000}) YIELD node AS a
WITH a WHERE a.id > $low AND a.id < $high
//? else
MATCH (a:Article) WHERE a.id > $low AND a.id < $high
//? end
//? if author
  AND EXISTS { (a)-[:AUTHORED_BY]->(:Person {id: $author}) }
//? end
//? if publishedFrom
  AND a.publishedLatest >= $publishedFrom
//? end
//? if publishedTo
  AND a.publishedEarliest <= $publishedTo
//? end
WITH a ORDER BY a.id LIMIT $limit
//? include read/article-item
