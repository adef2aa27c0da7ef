// Names and ids that come close to a misspelt one, best first.
CALL db.index.fulltext.queryNodes('nameText', $fuzzy, {limit: 50}) YIELD node
MATCH (node)-[:NAMES]->(e:Entity)
RETURN node.key AS key, e.id AS id, e.name AS name, e.type AS type
