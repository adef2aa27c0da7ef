// The quotations of other articles that an index finds for each of some, the likeliest first.
UNWIND $sought AS sought
CALL db.index.fulltext.queryNodes('quotationKeys', sought.query, {limit: sought.limit}) YIELD node AS q
MATCH (q)-[:IN]->(a:Article) WHERE a.id <> sought.article
RETURN sought.id AS id, collect(q.id) AS found
