// One statement with the events it was said at and its other renderings.
MATCH (s:Statement {id: $id})
//? include read/statement-item
