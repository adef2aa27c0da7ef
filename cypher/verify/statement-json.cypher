// Statements as they go to the wire, put together by the database: what the stored JSON is compared with.
MATCH (s:Statement) WHERE s.id IN $ids
WITH s, EXISTS { (s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated' } AS counts
WITH s, COLLECT {
  MATCH (s)<-[:RENDERS]-(q) WHERE NOT counts OR EXISTS { (q)<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated' } RETURN q
} AS counting
CALL (counting) {
  UNWIND counting AS q
  MATCH (q)-[:IN]->(a:Article) WHERE q.saidEdtf IS NOT NULL
  WITH q.saidEdtf AS edtf, q.saidEarliest AS earliest, q.saidLatest AS latest, q.saidBasis AS basis, a.id AS article
  ORDER BY article
  WITH edtf, earliest, latest, basis, collect(DISTINCT article) AS articles
  ORDER BY earliest, edtf, basis
  RETURN collect({edtf: edtf, earliest: earliest, latest: latest, basis: basis, articles: articles}) AS dates
}
CALL (counting) {
  UNWIND counting AS q
  MATCH (q)-[:IN]->(a:Article) WHERE q.cameo IS NOT NULL
  WITH q.cameo AS cameo, a.id AS article ORDER BY article
  WITH cameo, collect(DISTINCT article) AS articles ORDER BY cameo
  RETURN collect({cameo: cameo, articles: articles}) AS acts
}
CALL (counting) {
  UNWIND counting AS q
  MATCH (q)<-[:TARGET_OF]-(t), (q)-[:IN]->(a:Article)
  WITH t.exact AS words, t.role AS role, head(COLLECT { MATCH (t)-[:DESCRIBED_OF]->(e) RETURN e {.id, .name, .type} }) AS of,
    a.id AS article
  ORDER BY article
  WITH words, role, of, collect(DISTINCT article) AS articles
  ORDER BY words + ' ' + coalesce(role, '') + ' ' + coalesce(of.id, '')
  RETURN collect({words: words, role: role, of: of, articles: articles}) AS unnamed
}
RETURN s.id AS id, s.text AS text,
  {edtf: s.saidEdtf, earliest: s.saidEarliest, latest: s.saidLatest, basis: s.saidBasis, readings: dates} AS said,
  CASE WHEN s.cameo IS NOT NULL THEN {
    cameo: s.cameo, label: s.actLabel, plover: s.plover, quadClass: s.quadClass, goldstein: s.goldstein, readings: acts
  } END AS act,
  COLLECT {
    MATCH (s)-[:SAID_BY]->(e:Entity) WHERE e.id IN s.speakerIds
    RETURN {id: e.id, name: e.name, type: e.type} AS speaker ORDER BY speaker.id
  } AS speakers,
  coalesce(s.contested, []) AS contested,
  COLLECT {
    MATCH (s)-[about:ABOUT]->(t)
    RETURN {id: t.id, name: coalesce(t.name, t.label), type: coalesce(t.type, 'Event'), as: about.as, articles: about.articles} AS target
    ORDER BY target.id
  } AS about,
  unnamed AS unnamedTargets,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(q:Quotation)-[:IN]->(a:Article)
    WITH q, a ORDER BY a.id, q.start
    RETURN {
      id: q.id, quoteType: q.quoteType,
      article: {id: a.id, title: a.title, published: a.publishedEdtf},
      match: coalesce(
        head(COLLECT {
          MATCH (s)<-[:RENDERS]-(other {statementId: q.statementId})-[:IN]->(there:Article) WHERE there <> a
          WITH there ORDER BY there.id LIMIT 1
          RETURN {
            basis: 'editor', score: 1.0, reason: 'both articles have it under one id', article: there.id,
            statement: q.statementId
          }
        }),
        head(COLLECT {
          MATCH (q)-[same:SAME_AS]-(other)-[:RENDERS]->(s)
          MATCH (other)-[:IN]->(there:Article)
          WITH same, there ORDER BY same.score DESC, there.id LIMIT 1
          RETURN {
            basis: same.basis, score: same.score, reason: same.reason, article: there.id, statement: q.statementId
          }
        })
      ),
      evidence: [part IN range(0, coalesce(size(q.partStarts), 1) - 1) | {
        exact: coalesce(q.partExacts[part], q.exact), prefix: coalesce(q.partPrefixes[part], q.prefix),
        suffix: coalesce(q.partSuffixes[part], q.suffix), start: coalesce(q.partStarts[part], q.start),
        end: coalesce(q.partEnds[part], q.end), unit: 'code-point'
      }],
      quoted: [nth IN range(0, coalesce(size(q.quotedStarts), 0) - 1) | {
        exact: q.quotedExacts[nth], start: q.quotedStarts[nth], end: q.quotedEnds[nth], unit: 'code-point'
      }],
      cue: CASE WHEN q.cue IS NOT NULL THEN {exact: q.cue, start: q.cueStart, end: q.cueEnd, unit: 'code-point'} END,
      unnamedTargets: COLLECT {
        MATCH (q)<-[:TARGET_OF]-(t)
        WITH t, head(COLLECT { MATCH (t)-[:DESCRIBED_OF]->(e) RETURN {id: e.id, name: e.name, type: e.type} }) AS of
        ORDER BY t.start, t.end, coalesce(of.id, '')
        RETURN {
          words: {exact: t.exact, start: t.start, end: t.end, unit: 'code-point'}, role: t.role, of: of
        }
      },
      attributions: COLLECT {
        MATCH (q)<-[:ATTRIBUTES]-(by:Attribution)
        WITH by ORDER BY CASE by.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, by.confidence DESC, by.id
        RETURN {
          speakers: COLLECT {
            MATCH (by)-[:TO]->(e:Entity) RETURN {id: e.id, name: e.name, type: e.type} AS speaker ORDER BY speaker.id
          },
          described: CASE WHEN by.describedExact IS NOT NULL THEN {
            words: {exact: by.describedExact, start: by.describedStart, end: by.describedEnd, unit: 'code-point'},
            role: by.describedRole,
            of: head(COLLECT { MATCH (by)-[:DESCRIBED_OF]->(e:Entity) RETURN {id: e.id, name: e.name, type: e.type} })
          } END,
          rank: by.rank, basis: by.basis, confidence: by.confidence, reason: by.reason, flags: coalesce(by.flags, []),
          evidence: {
            exact: by.exact, prefix: by.prefix, suffix: by.suffix, start: by.start, end: by.end, unit: 'code-point'
          }
        }
      }
    }
  } AS quotations
