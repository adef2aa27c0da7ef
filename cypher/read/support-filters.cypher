// Filters of a `fact` that evidence supports, by the articles that it stands in.
//? if article
  AND EXISTS { (fact)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }
//? end
//? if reportedFrom
  AND EXISTS { (fact)<-[:SUPPORTS]-(:Evidence)-[:IN]->(from:Article) WHERE from.publishedLatest >= $reportedFrom }
//? end
//? if reportedTo
  AND EXISTS { (fact)<-[:SUPPORTS]-(:Evidence)-[:IN]->(to:Article) WHERE to.publishedEarliest <= $reportedTo }
//? end
