// Events as the index of counts takes them, with those who take part.
/* which */
MATCH (v:Event) WHERE v.sortKey > $after
WITH v ORDER BY v.sortKey LIMIT $limit
/* end */
RETURN v.id AS id, v.sortKey AS key, v.label AS name, v.kind AS kind, v.dateLatest AS latest, v.cameo AS cameo,
  v.goldstein AS goldstein, v.factConfidence AS fact, v.opinionConfidence AS opinion, v.statementConfidence AS statement,
  head(COLLECT { MATCH (v)-[at:AT]->() RETURN at.entityId }) AS place,
  coalesce(v.contexts, []) AS contexts, coalesce(v.figures, []) AS figures,
  COLLECT { MATCH (v)-[took:PARTICIPANT]->() RETURN {id: took.entityId, actor: took.role = 'actor'} } AS participants,
  COLLECT { MATCH (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) RETURN DISTINCT a.id } AS articles
