// Keeps with articles what their annotations say, as they were given.
UNWIND $rows AS row
MERGE (x:Source {id: row.id})
SET x.annotation = row.annotation
