// Relations without one subject and one object.
MATCH (n:Relation) WHERE n.id IN $ids
WITH n, COUNT { (n)-[:SUBJECT]->(:Entity) } AS subjects, COUNT { (n)-[:OBJECT]->(:Entity) } AS objects
WHERE subjects <> 1 OR objects <> 1
RETURN 'Relation' AS kind, n.id AS id, 'has ' + subjects + ' subjects and ' + objects + ' objects' AS detail
LIMIT $limit
