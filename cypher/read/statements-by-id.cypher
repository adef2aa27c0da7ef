// Statements by their ids, those that are there.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
//? include read/statement-item
