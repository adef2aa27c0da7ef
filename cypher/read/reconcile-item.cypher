// The columns of an entity `e` that reconciliation compares and hands out.
  e.id AS id, e.name AS name, e.type AS type, e.description AS description, coalesce(e.aliases, []) AS aliases,
  e.iso3166 AS iso3166, e.wikidata AS wikidata,
  COLLECT { MATCH (e)<-[named:NAMES]-(n:Name) RETURN {key: n.key, kind: named.kind} } AS names,
  head(COLLECT {
    MATCH (e)-[:BELONGS_TO]->(c:Country)
    RETURN {id: c.id, name: c.name, keys: COLLECT { MATCH (c)<-[:NAMES]-(n:Name) RETURN n.key }}
  }) AS country,
  COLLECT {
    MATCH (e)<-[:HELD_BY]-(r:Role)
    WITH r ORDER BY r.kind, r.id
    RETURN {
      kind: r.kind, title: r.title,
      of: head(COLLECT {
        MATCH (r)-[:OF]->(o:Entity)
        RETURN {id: o.id, name: o.name, keys: COLLECT { MATCH (o)<-[:NAMES]-(n:Name) RETURN n.key }}
      })
    }
  } AS roles,
  COUNT { (e)<-[:SAID_BY]-() } AS statementsBy, COUNT { (e)<-[:ABOUT]-() } AS statementsAbout
