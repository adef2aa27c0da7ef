// Removes names that no entity has any more.
MATCH (n:Name) WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
