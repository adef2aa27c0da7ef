// Writes what events take from all that articles tell of them. The label is replaced for another kind.
UNWIND $rows AS row
MATCH (n:Event {id: row.id})
SET n += row.properties
