// Names that come close to a misspelt one, best first.
CALL db.index.fulltext.queryNodes('nameWords', $fuzzy, {limit: 50}) YIELD node
MATCH (node)-[:NAMES]->(e:Entity)
RETURN node.words AS words, e.id AS id, e.name AS name, e.type AS type
