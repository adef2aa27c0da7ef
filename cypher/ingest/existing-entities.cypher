// The hashes of the authority records that are there already.
MATCH (e:Entity|MergedEntity) WHERE e.id IN $ids
RETURN e.id AS id, e.hash AS hash, e.provisional AS provisional, COUNT { (e)<-[names:NAMES]-() WHERE names.merged IS NULL } + COUNT { (e)-[:BELONGS_TO]->() } AS edges
