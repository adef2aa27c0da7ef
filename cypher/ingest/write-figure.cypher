// Creates the figures that articles give of events.
UNWIND $rows AS row
UNWIND row.FIGURE_OF AS edge
MATCH (v:Event {id: edge.to}), (a:Article {id: row.IN})
CREATE (n:Figure {id: row.id}), (n)-[:IN]->(a), (n)-[of:FIGURE_OF]->(v)
SET n += row.properties, n.hash = row.hash, of = edge.properties
WITH n, row
MATCH (s:Statement {id: row.ASSERTED_BY})
CREATE (n)-[:ASSERTED_BY]->(s)
