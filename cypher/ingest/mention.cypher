// Writes mentions; an unresolved one refers to nothing.
UNWIND $rows AS row
MERGE (n:Mention {id: row.id})
SET n += row.properties, n.hash = row.hash
WITH n, row
UNWIND row.IN AS article
MATCH (a:Article {id: article.to})
MERGE (n)-[:IN]->(a)
WITH n, row
UNWIND row.REFERS_TO AS entity
MATCH (e:Entity {id: entity.to})
MERGE (n)-[:REFERS_TO]->(e)
