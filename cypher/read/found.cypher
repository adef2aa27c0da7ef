// The statements or events that a full-text search finds, of no more than 10,000 hits, and how many hits there are: a
// quotation is one of its statement.
CALL db.index.fulltext.queryNodes($index, $q, {limit: 10000}) YIELD node
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH count(node) AS hits, collect(DISTINCT coalesce(rendered, node).id) AS ids
RETURN ids, hits
