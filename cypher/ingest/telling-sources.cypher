// What all articles tell of an event, and how it is there now. The label is replaced for another kind.
UNWIND $ids AS id
MATCH (n:Event {id: id})
RETURN n.id AS id, n.hash AS hash,
  COLLECT { MATCH (n)-[r]->(m) RETURN type(r) + ' ' + m.id } AS edges,
  COLLECT {
    MATCH (n)<-[:TELLS_OF]-(c:Account)-[:IN]->(a:Article)
    RETURN c {
      .as, .confidence, .kind, .label, .dateEdtf, .dateEarliest, .dateLatest, .dateBasis, .cameo, .contexts,
      .placeId, .participantIds, .participantRoles, .subjectId, .predicate, .objectId,
      .personId, .title, .ofId, .from, .until, .former,
      article: {id: a.id}, publishedEarliest: a.publishedEarliest
    }
  } AS accounts,
  COLLECT { MATCH (n)<-[:FIGURE_OF]-(f:Figure) RETURN f.what } AS figures
