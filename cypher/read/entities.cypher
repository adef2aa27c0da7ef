// Entities by id, with the roles that people hold and held.
/* rows */
MATCH (e:Entity) WHERE e.id > $low AND e.id < $high
WITH e ORDER BY e.id LIMIT $limit
/* end */
RETURN e.id AS id, e.type AS type, e.name AS name, coalesce(e.aliases, []) AS aliases,
  e.iso3166 AS iso3166, e.wikidata AS wikidata, e.description AS description,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c:Country) RETURN c {.id, .name, .type} }) AS country,
  COLLECT {
    MATCH (e)<-[:HELD_BY]-(r:Role)
    WITH r ORDER BY r.kind, r.id LIMIT 50
    RETURN r {
      .kind, .title, .from, .until, .former,
      of: head(COLLECT { MATCH (r)-[:OF]->(o:Entity) RETURN o {.id, .name, .type} }),
      assertions: COLLECT {
        MATCH (told:Account)-[c:TELLS_OF]->() WHERE c.factId = r.id AND c.key > ''
        WITH told, c ORDER BY c.factId, c.key LIMIT 50
        RETURN {
          article: c.articleId, by: CASE WHEN c.as IS NULL THEN 'statement' ELSE 'author' END, as: c.as,
          statement: c.statementId, confidence: c.confidence, from: told.from, until: told.until, former: told.former
        }
      },
      evidence: COLLECT {
        MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = r.id AND by.key > ''
        WITH w, by ORDER BY by.factId, by.key LIMIT 50
        MATCH (w)-[:IN]->(a:Article)
        RETURN w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
      }
    }
  } AS roles,
/* detail */
/* end */
  e.id AS key
ORDER BY e.id
