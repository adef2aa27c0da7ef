// Accounts whose relationship to their fact does not hold what its ends hold. The label is replaced for figures.
MATCH (n:Account) WHERE n.id IN $ids
MATCH (a:Article)<-[:IN]-(n)-[r:TELLS_OF|FIGURE_OF]->(f)
OPTIONAL MATCH (n)-[:ASSERTED_BY]->(s)
WITH n, r, f, CASE type(r)
  WHEN 'TELLS_OF' THEN {
    factId: f.id, key: a.id + ' ' + coalesce(n.as, s.id), articleId: a.id, as: n.as, statementId: s.id,
    confidence: n.confidence
  }
  ELSE {
    factId: f.id, key: a.id + ' ' + right('00000000' + toString(n.start), 9) + ' ' + n.what, articleId: a.id,
    statementId: s.id
  } END AS wanted
UNWIND keys(wanted) AS name
WITH n, r, f, name, coalesce(wanted[name], 'nothing') AS wanted, coalesce(r[name], 'nothing') AS held
WHERE held <> wanted
RETURN labels(n)[0] AS kind, n.id AS id,
  type(r) + ' ' + coalesce(f.id, '?') + ': ' + name + ' is ' + toString(held) + ', and should be ' + toString(wanted)
    AS detail
LIMIT $limit
