// Notes quotations that were found to be of one statement.
UNWIND $rows AS row
MATCH (one:Quotation {id: row.one}), (other:Quotation {id: row.other})
CREATE (one)-[:SAME_AS {score: row.score, basis: row.basis, reason: row.reason}]->(other)
