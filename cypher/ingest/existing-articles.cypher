// The articles of given ids that are there already, with their digests and authors.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.digest AS digest, COLLECT { MATCH (a)-[:AUTHORED_BY]->(p) RETURN p.id } AS authors
