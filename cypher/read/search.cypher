// What contains the words: entities, statements, events and articles, best first. Scores of different indexes do not
// compare, so each is divided by the best of its index. `highlights` are the texts in which the words may stand.
CALL () {
  /* entities */
  CALL db.index.fulltext.queryNodes('entityText', $entities, {limit: $scan}) YIELD node AS n, score
  WHERE n.type IN $entityTypes
  RETURN n, score, 0 AS place
  /* end */
  UNION ALL
  /* statements */
  CALL db.index.fulltext.queryNodes('statementText', $q, {limit: $scan}) YIELD node, score
  OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
  WITH coalesce(rendered, node) AS n, max(score) AS score
  RETURN n, score, 1 AS place
  /* end */
  UNION ALL
  /* events */
  CALL db.index.fulltext.queryNodes('eventText', $q, {limit: $scan}) YIELD node AS n, score
  RETURN n, score, 2 AS place
  /* end */
  UNION ALL
  /* articles */
  CALL db.index.fulltext.queryNodes('articleText', $q, {limit: $scan}) YIELD node AS n, score
  RETURN n, score, 3 AS place
  /* end */
}
WITH place, max(score) AS best, collect({n: n, score: score}) AS hits
UNWIND hits AS hit
WITH place, hit.n AS n, round(hit.score / best, 3) AS score
ORDER BY score DESC, place, n.id
LIMIT $limit
RETURN CASE place WHEN 0 THEN n.type WHEN 1 THEN 'Statement' WHEN 2 THEN 'Event' ELSE 'Article' END AS type,
  n.id AS id,
  CASE place WHEN 0 THEN n.name WHEN 1 THEN n.text WHEN 2 THEN n.label ELSE n.title END AS label,
  score,
  CASE place
    WHEN 0 THEN [{field: 'name', text: n.name}]
      + [alias IN coalesce(n.aliases, []) | {field: 'aliases', text: alias}]
      + [{field: 'description', text: coalesce(n.description, '')}]
    WHEN 1 THEN [{field: 'text', text: n.text}]
      + COLLECT {
        MATCH (n)<-[:RENDERS]-(q:Quotation)
        WITH q ORDER BY q.id WHERE q.exact <> n.text
        RETURN DISTINCT {field: 'quotations', text: q.exact}
      }
    WHEN 2 THEN [{field: 'label', text: n.label}]
    ELSE [{field: 'title', text: n.title}, {field: 'text', text: n.text}]
  END AS highlights,
  COLLECT {
    MATCH (n)<-[:RENDERS|SUPPORTS]-(w)-[:IN]->(a:Article)
    WITH w, a ORDER BY a.id, w.start
    UNWIND CASE WHEN w.partStarts IS NULL
      THEN [w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}]
      ELSE [part IN range(0, size(w.partStarts) - 1) | {
        article: a.id, exact: w.partExacts[part], prefix: w.partPrefixes[part], suffix: w.partSuffixes[part],
        start: w.partStarts[part], end: w.partEnds[part], unit: 'code-point'
      }] END AS passage
    RETURN passage
  } AS evidence
