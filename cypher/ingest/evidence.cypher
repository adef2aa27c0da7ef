// Writes the spans that support events, relations or roles: one kind at a time, so that its index serves.
UNWIND $rows AS row
//? if changed
MATCH (n:Evidence {id: row.id})
//? else
MATCH (a:Article {id: row.IN})
//? if ofEvent
MATCH (f:Event {id: row.SUPPORTS})
//? elif ofRelation
MATCH (f:Relation {id: row.SUPPORTS})
//? else
MATCH (f:Role {id: row.SUPPORTS})
//? end
CREATE (n:Evidence {id: row.id}), (n)-[:IN]->(a),
  (n)-[:SUPPORTS {factId: f.id, key: a.id + ' ' + right('00000000' + toString(row.properties.start), 9)}]->(f)
//? end
SET n += row.properties, n.hash = row.hash
