// Writes the claims that are kept out of the graph, with their reasons.
UNWIND $rows AS row
//? if changed
MATCH (n:ExcludedClaim {id: row.id})
//? else
MATCH (a:Article {id: row.IN})
CREATE (n:ExcludedClaim {id: row.id}), (n)-[:IN]->(a)
//? end
SET n += row.properties, n.hash = row.hash
