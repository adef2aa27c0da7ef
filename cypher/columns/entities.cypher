// Entities as the index of counts takes them, with their roles and the countries that they belong to.
/* which */
MATCH (e:Entity) WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
/* end */
RETURN e.id AS id, e.id AS key, e.name AS name, e.type AS type,
  COLLECT { MATCH (e)-[:BELONGS_TO]->(c:Country) RETURN c.id } AS countries,
  COLLECT {
    MATCH (e)<-[:HELD_BY]-(role)
    RETURN {
      kind: role.kind, current: NOT role.former AND role.until IS NULL,
      of: COLLECT { MATCH (role)-[:OF]->(of) RETURN of.id },
      fact: role.factConfidence, opinion: role.opinionConfidence, statement: role.statementConfidence
    }
  } AS roles
