// The articles that refer to entities, by whatever they say.
UNWIND $ids AS id
MATCH (e:Entity|MergedEntity {id: id})
CALL (e) {
  MATCH (e)<-[:TO|DESCRIBED_OF]-(:Attribution)-[:ATTRIBUTES]->(:Quotation)-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:DESCRIBED_OF]-(:UnnamedTarget)-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:NAMES_ENTITY]-()-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:ABOUT]-(:Statement)<-[:RENDERS]-(:Quotation)-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:REFERS_TO]-(:Mention)-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:PARTICIPANT|AT|SUBJECT|OBJECT|HELD_BY|OF]-()<-[:TELLS_OF]-(:Account)-[:IN]->(a:Article)
  RETURN a
  UNION
  MATCH (e)<-[:AUTHORED_BY]-(a:Article)
  RETURN a
}
RETURN DISTINCT a.id AS id
