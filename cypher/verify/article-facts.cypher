// Articles with what they are digested from: their authors, and the hashes of all facts that they state.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, properties(a) AS properties,
  COLLECT { MATCH (a)-[r:AUTHORED_BY]->(p) RETURN {person: p.id, of: properties(r)} ORDER BY r.start } AS authors,
  COLLECT {
    MATCH (a)<-[:IN]-(n)
    RETURN labels(n)[0] + ' ' + n.id + ' ' + n.hash AS fact
    UNION
    MATCH (a)<-[:IN]-(:Quotation)<-[:ATTRIBUTES]-(n)
    RETURN labels(n)[0] + ' ' + n.id + ' ' + n.hash AS fact
  } AS facts
