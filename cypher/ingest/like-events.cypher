// The events that an index finds by the words of labels, and those of participants within days, for each of some.
UNWIND $sought AS sought
CALL (sought) {
  CALL db.index.fulltext.queryNodes('eventText', sought.query, {limit: $limit}) YIELD node AS v
  RETURN v
  UNION
  UNWIND sought.participants AS participant
  MATCH (v:Event)-[p:PARTICIPANT]->(:Entity)
  WHERE p.entityId = participant AND sought.from <= p.sortKey < sought.until
  RETURN v LIMIT $limit
}
RETURN sought.id AS id, v {
  .id, .kind, .label, .dateEarliest, .dateLatest,
  place: head(COLLECT { MATCH (v)-[:AT]->(place:Entity) RETURN place.id }),
  participants: COLLECT { MATCH (v)-[:PARTICIPANT]->(e:Entity) RETURN DISTINCT e.id },
  language: head(COLLECT { MATCH (v)<-[:TELLS_OF]-(:Account)-[:IN]->(a:Article) RETURN a.language ORDER BY a.id LIMIT 1 })
} AS event
