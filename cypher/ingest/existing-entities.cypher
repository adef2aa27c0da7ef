// The hashes of the authority records that are there already.
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, e.hash AS hash, e.provisional AS provisional, COUNT { (e)<-[:NAMES]-() } + COUNT { (e)-[:BELONGS_TO]->() } AS edges
