// Writes decisions that are new, and says of all which of them hold.
MATCH (g:Graph {id: 'graph'})
SET g.decisions = coalesce(g.decisions, 0) + 1
WITH g
CALL () {
  UNWIND $created AS row
  CREATE (d:Decision {id: row.id})
  SET d += row
}
CALL () {
  UNWIND $active AS row
  MATCH (d:Decision {id: row.id})
  SET d.isActive = row.isActive
}
RETURN g.decisions AS count
