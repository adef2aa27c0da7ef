// Lets one writer at a time go on, without moving the version.
MATCH (g:Graph {id: 'graph'})
SET g.locked = true
