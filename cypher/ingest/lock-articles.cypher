// Locks articles until the end of the transaction, creates those that are not there, and names those that were. The
// ids are in order, so that two transactions never wait for each other.
UNWIND $ids AS id
MERGE (a:Article {id: id})
  ON MATCH SET a.locked = true
WITH a WHERE a.locked
REMOVE a.locked
RETURN a.id AS id
