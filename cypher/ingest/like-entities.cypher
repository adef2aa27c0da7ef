// The entities of one type that an index finds by words of their names, for each of some.
UNWIND $sought AS sought
CALL db.index.fulltext.queryNodes('entityText', sought.query, {limit: $limit}) YIELD node AS e
WHERE e.type = sought.type
RETURN sought.id AS id, e {
  .id, .type, .name, .iso3166, .wikidata, aliases: coalesce(e.aliases, []),
  country: head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c:Entity) RETURN c.id })
} AS entity
