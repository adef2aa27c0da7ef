// Removes those of these references to events that no quotation names any more.
MATCH (r:EventReference) WHERE r.id IN $ids AND NOT EXISTS { (r)<-[:NAMES_EVENT]-() }
DELETE r
