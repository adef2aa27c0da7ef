// The entities that each query of a batch may mean: by id, by name, by names that come close, and by identifiers; of
// the same name no more than some, since none of so many is certain.
UNWIND $queries AS query
CALL (query) {
  MATCH (e:Entity {id: query.given})
  RETURN e
  UNION
  MATCH (:Name {key: query.key})-[:NAMES]->(e:Entity)
  RETURN e LIMIT $most
  UNION
  UNWIND query.fuzzy AS fuzzy
  CALL (fuzzy) {
    CALL db.index.fulltext.queryNodes('nameText', fuzzy, {limit: 25}) YIELD node
    RETURN node
  }
  MATCH (node)-[:NAMES]->(e:Entity)
  RETURN e LIMIT $most
  UNION
  UNWIND query.wikidata AS wikidata
  MATCH (e:Entity {wikidata: wikidata})
  RETURN e
  UNION
  UNWIND query.iso3166 AS iso3166
  MATCH (e:Country {iso3166: iso3166})
  RETURN e
}
RETURN query.number AS number,
//? include read/reconcile-item
ORDER BY number, id
