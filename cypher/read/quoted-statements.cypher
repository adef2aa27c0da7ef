// Statements with words of a quotation in their text or in a rendering, best first, each with whether it is one of the speakers'.
CALL db.index.fulltext.queryNodes('statementText', $q, {limit: $scan}) YIELD node, score
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH coalesce(rendered, node) AS s, max(score) AS score
ORDER BY score DESC, s.id
RETURN s.id AS id, any(speaker IN $speakers WHERE speaker IN coalesce(s.speakerIds, [])) AS isOfSpeaker
