// Notes what quotations name that their merged views may not show: events that their own articles do not tell of, whether or not
// these are there, and entities that those are about which count nowhere.
UNWIND $rows AS row
MATCH (q:Quotation {id: row.id})
CALL (q) {
  OPTIONAL MATCH (q)-[old:NAMES_EVENT|NAMES_ENTITY]->()
  DELETE old
}
CALL (q, row) {
  UNWIND row.entities AS entity
  MATCH (e:Entity {id: entity})
  CREATE (q)-[:NAMES_ENTITY]->(e)
}
UNWIND row.events AS event
MERGE (r:EventReference {id: event})
CREATE (q)-[:NAMES_EVENT]->(r)
