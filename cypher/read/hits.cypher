// How many hits a full-text search has, of those that are counted.
CALL db.index.fulltext.queryNodes($index, $q, {limit: 10000}) YIELD node
RETURN count(node) AS hits
