// Authority records of those who bear some names, and of the countries with some codes. Of very many who share a name, the first
// are enough to see that it may mean several.
CALL () {
  UNWIND $keys AS key
  MATCH (n:Name {key: key})
  CALL (n) {
    MATCH (n)-[named:NAMES]->(e:Entity)
    RETURN e ORDER BY coalesce(named.shared, false), e.id LIMIT 10
  }
  RETURN e
  UNION
  MATCH (e:Country) WHERE e.iso3166 IN $countries
  RETURN e
}
RETURN DISTINCT e.id AS id, properties(e) AS properties,
  COLLECT { MATCH (e)<-[r:NAMES]-(n) RETURN {key: n.key, text: r.text, kind: r.kind, shared: coalesce(r.shared, false)} } AS names,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN c.id }) AS country
ORDER BY id
