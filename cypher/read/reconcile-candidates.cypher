// The entities that each query of a batch may mean: by id, by name, by names that come close, and by identifiers.
UNWIND $queries AS query
CALL (query) {
  MATCH (e:Entity {id: query.given})
  RETURN e
  UNION
  MATCH (:Name {key: query.key})-[:NAMES]->(e:Entity)
  RETURN e
  UNION
  UNWIND query.fuzzy AS fuzzy
  CALL (fuzzy) {
    CALL db.index.fulltext.queryNodes('nameText', fuzzy, {limit: 50}) YIELD node
    RETURN node
  }
  MATCH (node)-[:NAMES]->(e:Entity)
  RETURN e
  UNION
  MATCH (e:Entity) WHERE e.wikidata IN query.wikidata
  RETURN e
  UNION
  MATCH (e:Country) WHERE e.iso3166 IN query.iso3166
  RETURN e
}
RETURN query.number AS number,
//? include read/reconcile-item
ORDER BY number, id
