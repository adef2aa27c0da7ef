// Takes away what statements are about, who spoke about it, and the events they were said at.
UNWIND $ids AS id
MATCH (n:Statement {id: id})-[old:ABOUT|SPEAKS_ABOUT|SAID_AT]->()
DELETE old
