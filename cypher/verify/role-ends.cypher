// Roles that not one person holds, or that are of several things.
MATCH (n:Role) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:HELD_BY]->(:Person) } AS holders, COUNT { (n)-[:OF]->(:Entity) } AS of
WHERE holders <> 1 OR of > 1
RETURN 'Role' AS kind, n.id AS id, 'is held by ' + holders + ' people and of ' + of + ' entities' AS detail
LIMIT $limit
