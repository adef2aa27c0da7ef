// Events as they are, and what all articles tell of them. The label is replaced for relations and roles.
MATCH (n:Event) WHERE n.id IN $ids
RETURN n.id AS id, properties(n) AS properties,
  COLLECT { MATCH (n)-[r:PARTICIPANT]->(e) RETURN {id: e.id, as: r.role, articles: r.articles} } AS participants,
  COLLECT { MATCH (n)-[:AT]->(e) RETURN e.id } AS places,
  COLLECT { MATCH (n)-[:SUBJECT]->(e) RETURN e.id } AS subjects,
  COLLECT { MATCH (n)-[:OBJECT]->(e) RETURN e.id } AS objects,
  COLLECT { MATCH (n)-[:HELD_BY]->(e) RETURN e.id } AS holders,
  COLLECT { MATCH (n)-[:OF]->(e) RETURN e.id } AS of,
  COLLECT {
    MATCH (n)<-[:TELLS_OF]-(c:Account)-[:IN]->(a:Article)
    RETURN {source: a.id, published: a.publishedEarliest, of: properties(c)}
  } AS accounts,
  COLLECT { MATCH (n)<-[:FIGURE_OF]-(f:Figure) RETURN DISTINCT f.what AS what ORDER BY what } AS figures
