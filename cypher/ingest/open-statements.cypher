// The statements that those without an id of their own belong to, by the ids that follow from their words.
UNWIND $ids AS id
MATCH (:Quotation {openId: id})-[:RENDERS]->(s:Statement)
RETURN DISTINCT s.id AS id ORDER BY id
