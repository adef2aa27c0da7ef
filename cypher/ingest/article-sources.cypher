// Texts and annotations of articles, as they were given.
MATCH (a:Article) WHERE a.id IN $ids
MATCH (x:Source {id: a.id})
RETURN a.id AS id, a.text AS text, x.annotation AS annotation
