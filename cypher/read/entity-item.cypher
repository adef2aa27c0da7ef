// The columns of an entity `e` as it goes to the wire.
RETURN e.id AS id, e.type AS type, e.name AS name, coalesce(e.aliases, []) AS aliases,
  e.iso3166 AS iso3166, e.wikidata AS wikidata, e.description AS description,
  head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c:Country) RETURN {id: c.id, name: c.name, type: c.type} }) AS country,
  COLLECT {
    MATCH (e)<-[:HELD_BY]-(r:Role)
    WITH r ORDER BY r.kind, r.id
    RETURN {
      kind: r.kind, title: r.title, from: r.from, until: r.until, former: r.former,
      of: head(COLLECT { MATCH (r)-[:OF]->(o:Entity) RETURN {id: o.id, name: o.name, type: o.type} }),
      evidence: COLLECT {
        MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = r.id AND by.key > ''
        WITH w, by ORDER BY by.factId, by.key LIMIT 50
        MATCH (w)-[:IN]->(a:Article)
        RETURN {article: a.id, exact: w.exact, prefix: w.prefix, suffix: w.suffix, start: w.start, end: w.end, unit: 'code-point'}
      }
    }
  } AS roles,
//? if detail
  COLLECT {
    CALL (e) {
      MATCH (l:Relation) WHERE l.subjectId = e.id AND l.key > ''
      RETURN l ORDER BY l.subjectId, l.key LIMIT 500
      UNION
      MATCH (l:Relation) WHERE l.objectId = e.id AND l.key > ''
      RETURN l ORDER BY l.objectId, l.key LIMIT 500
    }
    WITH l ORDER BY l.key LIMIT 500
    MATCH (l)-[:SUBJECT]->(s:Entity), (l)-[:OBJECT]->(o:Entity)
    RETURN {
      id: l.id, predicate: l.predicate,
      subject: {id: s.id, name: s.name, type: s.type}, object: {id: o.id, name: o.name, type: o.type},
      date: {edtf: l.dateEdtf, earliest: l.dateEarliest, latest: l.dateLatest, basis: l.dateBasis},
      evidence: COLLECT {
        MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = l.id AND by.key > ''
        WITH w, by ORDER BY by.factId, by.key LIMIT 50
        MATCH (w)-[:IN]->(a:Article)
        RETURN {article: a.id, exact: w.exact, prefix: w.prefix, suffix: w.suffix, start: w.start, end: w.end, unit: 'code-point'}
      }
    }
  } AS relations,
  {
    statementsBy: COUNT { (e)<-[:SAID_BY]-() },
    statementsAbout: COUNT { (e)<-[:ABOUT]-() },
    events: COUNT { (e)<-[:PARTICIPANT]-() },
    mentions: COUNT { (e)<-[:REFERS_TO]-() },
    relations: COUNT { (e)<-[:SUBJECT]-() } + COUNT { (e)<-[:OBJECT]-() }
  } AS counts,
//? end
  e.id AS key
ORDER BY e.id
