// Takes away what statements are about, the events they were said at and who said them, and their JSON, which has to be made
// anew.
UNWIND $ids AS id
MATCH (n:Statement {id: id})
SET n.json = null, n.unrendered = true
WITH n
MATCH (n)-[old:ABOUT|SPEAKS_ABOUT|SAID_AT|SAID_BY]->()
DELETE old
