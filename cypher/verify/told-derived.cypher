// What events hold that is derived of their accounts and figures, and what it should be. The label is replaced for relations
// and roles, which have no figures.
MATCH (n:Event) WHERE n.id IN $ids
CALL (n) {
  OPTIONAL MATCH (n)<-[:TELLS_OF]-(c:Account)
  RETURN max(CASE c.as WHEN 'fact' THEN c.confidence END) AS fact,
    max(CASE c.as WHEN 'opinion' THEN c.confidence END) AS opinion,
    max(CASE WHEN c.as IS NULL THEN c.confidence END) AS statement
}
CALL (n) {
  OPTIONAL MATCH (n)<-[:FIGURE_OF]-(f:Figure)
  WITH DISTINCT f.what AS what ORDER BY what
  RETURN collect(what) AS figures
}
RETURN n.id AS id, n {.factConfidence, .opinionConfidence, .statementConfidence, .figures} AS stored,
  {
    factConfidence: fact, opinionConfidence: opinion, statementConfidence: statement,
    figures: CASE WHEN figures <> [] THEN figures END
  } AS wanted
