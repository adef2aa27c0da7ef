// Takes away what statements are about, and the events they were said at.
UNWIND $ids AS id
MATCH (n:Statement {id: id})-[old:ABOUT|SAID_AT]->()
DELETE old
