// Statements with words of a quotation in their text or in a rendering: the best, and the best of its speakers, each as the JSON that is kept
// with it, which is empty while it has to be made anew.
CALL db.index.fulltext.queryNodes('statementText', $q, {limit: $scan}) YIELD node, score
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH coalesce(rendered, node) AS s, max(score) AS score
ORDER BY score DESC, s.id
WITH collect(s) AS found
UNWIND found[..$most] + [s IN found WHERE any(speaker IN $speakers WHERE speaker IN coalesce(s.speakerIds, []))][..$most] AS s
WITH DISTINCT s
RETURN s.id AS id, coalesce(s.json, '') AS json
