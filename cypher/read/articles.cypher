// Articles that match every filter given, by id. No more than $scan are looked at.
//? if q
CALL db.index.fulltext.queryNodes('articleText', $q, {limit: 10000}) YIELD node AS a
WITH a WHERE a.id > $low AND a.id < $high
  //? if author
  AND EXISTS { (a)-[:AUTHORED_BY]->(:Person {id: $author}) }
  //? end
//? include read/article-filters
WITH a ORDER BY a.id
//? else
//? include read/article-driver
LIMIT $scan
WHERE true
//? include read/article-filters
WITH *
//? include read/article-order
//? end
LIMIT $limit
WITH a
//? include read/article-item
