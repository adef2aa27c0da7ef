// Statements as the index of counts takes them.
/* which */
MATCH (s:Statement) WHERE s.sortKey > $after
WITH s ORDER BY s.sortKey LIMIT $limit
/* end */
RETURN s.id AS id, s.sortKey AS key, s.saidLatest AS latest, s.cameo AS cameo, s.goldstein AS goldstein,
  s.confidence AS confidence, s.isContested AS contested, s.isUnattributed AS unattributed,
  coalesce(s.quoteTypes, []) AS quoteTypes, coalesce(s.describedRoles, []) AS describedRoles,
  s.isTargetUnnamed AS targetUnnamed, coalesce(s.targetRoles, []) AS targetRoles, coalesce(s.targetOf, []) AS targetOf,
  s.reportedEarliest AS reportedEarliest, s.reportedLatest AS reportedLatest,
  coalesce(s.speakerIds, []) AS speakers,
  COLLECT { MATCH (s)-[by:SAID_BY]->() RETURN by.speakerId } AS anySpeakers,
  COLLECT { MATCH (s)-[to:ABOUT]->() RETURN {id: to.targetId, as: to.as} } AS about,
  COLLECT { MATCH (s)-[at:SAID_AT]->() RETURN at.eventId } AS at,
  COLLECT {
    MATCH (s)<-[:RENDERS]-(q)-[:IN]->(a)
    WITH DISTINCT a, CASE
      WHEN q.saidEdtf IS NOT NULL AND EXISTS { (q)<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated' } THEN q
    END AS dated
    RETURN {id: a.id, publisher: a.publisherKey, earliest: dated.saidEarliest, latest: dated.saidLatest}
  } AS articles,
  COLLECT {
    MATCH (s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated'
    RETURN {
      preferred: by.rank = 'preferred', flags: coalesce(by.flags, []), role: by.describedRole,
      of: COLLECT { MATCH (by)-[:DESCRIBED_OF]->(of) RETURN of.id }
    }
  } AS attributions
