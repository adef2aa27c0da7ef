// Entities as reconciliation compares them and hands them out: those that each query of a batch may mean, by id, by name, by
// names that come close, and by identifiers. Of one name there are no more than $most, since none of so many is certain.
/* entities */
UNWIND $queries AS query
CALL (query) {
  MATCH (e:Entity {id: query.given})
  RETURN e
  UNION
  MATCH (:Name {plain: query.plain})-[:NAMES]->(e:Entity)
  RETURN e LIMIT $most
  UNION
  MATCH (:Name {plain: query.demonym})-[:NAMES {kind: 'adjective'}]->(e:Entity)
  RETURN e LIMIT $most
  UNION
  UNWIND query.fuzzy AS fuzzy
  CALL (fuzzy) {
    CALL db.index.fulltext.queryNodes('nameWords', fuzzy, {limit: 25}) YIELD node
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
WITH query.number AS number, e
/* end */
RETURN number, e.id AS id, e.name AS name, e.type AS type, e.description AS description,
  coalesce(e.aliases, []) AS aliases, e.iso3166 AS iso3166, e.wikidata AS wikidata,
  COLLECT { MATCH (e)<-[named:NAMES]-(n:Name) RETURN {key: n.key, kind: named.kind, shared: coalesce(named.shared, false)} } AS names,
  head(COLLECT {
    MATCH (e)-[:BELONGS_TO]->(c:Country)
    RETURN c {.id, .name, .wikidata, keys: COLLECT { MATCH (c)<-[:NAMES]-(n:Name) RETURN n.key }}
  }) AS country,
  COLLECT {
    MATCH (e)<-[:HELD_BY]-(r:Role)
    WITH r ORDER BY r.kind, r.id
    RETURN r {
      .kind, .title,
      of: head(COLLECT {
        MATCH (r)-[:OF]->(o:Entity)
        RETURN o {.id, .name, .wikidata, keys: COLLECT { MATCH (o)<-[:NAMES]-(n:Name) RETURN n.key }}
      })
    }
  } AS roles,
  COUNT { (e)<-[:SAID_BY]-() } AS statementsBy, COUNT { (e)<-[:ABOUT]-() } AS statementsAbout
ORDER BY number, id
