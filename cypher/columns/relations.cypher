// Relations as the index of counts takes them.
/* which */
MATCH (l:Relation) WHERE l.key > $after
WITH l ORDER BY l.key LIMIT $limit
/* end */
RETURN l.id AS id, l.key AS key, l.subjectId AS subject, l.predicate AS predicate, l.objectId AS object,
  l.dateEarliest AS earliest, l.dateLatest AS latest, l.factConfidence AS fact, l.opinionConfidence AS opinion,
  l.statementConfidence AS statement,
  COLLECT { MATCH (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) RETURN DISTINCT a.id } AS articles
