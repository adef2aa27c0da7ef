// Of the given entities, those that came with an article and that nothing uses any more, with their countries.
MATCH (e:Entity)
WHERE e.id IN $ids AND e.provisional AND NOT EXISTS {
  (e)<-[:TO|DESCRIBED_OF|ABOUT|REFERS_TO|PARTICIPANT|AT|SUBJECT|OBJECT|HELD_BY|OF|AUTHORED_BY|BELONGS_TO|NAMES_ENTITY|MERGED_INTO]-()
}
RETURN e.id AS id, head(COLLECT { MATCH (e)-[:BELONGS_TO]->(c) RETURN c.id }) AS country
