// Names that name nothing.
MATCH (n:Name) WHERE n.key IN $ids AND NOT EXISTS { (n)-[:NAMES]->(:Entity|MergedEntity) }
RETURN 'Name' AS kind, n.key AS id, 'names nothing' AS detail
LIMIT $limit
