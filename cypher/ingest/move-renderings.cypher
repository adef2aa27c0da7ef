// Makes quotations render other statements, which are there and locked, with what they assert.
UNWIND $rows AS row
MATCH (q:Quotation {id: row.id})-[:IN]->(a:Article), (q)-[old:RENDERS]->(before:Statement), (after:Statement {id: row.to})
DELETE old
CREATE (q)-[:RENDERS]->(after)
WITH DISTINCT q.statementId AS given, a, before, after
MATCH (before)<-[asserted:ASSERTED_BY]-(n:Account|Figure {statementId: given})-[:IN]->(a)
DELETE asserted
CREATE (n)-[:ASSERTED_BY]->(after)
WITH n, a, after
MATCH (n)-[told:TELLS_OF|FIGURE_OF]->()
SET told.statementId = after.id
FOREACH (_ IN CASE WHEN told:TELLS_OF AND n.as IS NULL THEN [1] ELSE [] END | SET told.key = a.id + ' ' + after.id)
