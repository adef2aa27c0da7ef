// Keeps with each statement the JSON that it is answered as.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.json = row.json
REMOVE s.unrendered
