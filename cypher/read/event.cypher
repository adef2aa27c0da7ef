// One event with the statements about it and those said at it.
MATCH (v:Event {id: $id})
//? include read/event-item
