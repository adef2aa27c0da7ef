// Takes away the JSON of statements, which has to be made anew.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
SET s.json = null, s.unrendered = true
