// The statements of the quotations that those of some articles were found to be the same as.
UNWIND $articles AS article
MATCH (:Article {id: article})<-[:IN]-(:Quotation)-[:SAME_AS]-(:Quotation)-[:RENDERS]->(s:Statement)
RETURN DISTINCT s.id AS id ORDER BY id
