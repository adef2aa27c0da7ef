// The digests of the articles that are there already.
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.digest AS digest
