// Takes away what some quotations were found to be the same as, and says of which statements those are.
UNWIND $ids AS id
MATCH (:Quotation {id: id})-[same:SAME_AS]-(:Quotation)-[:RENDERS]->(s:Statement)
WITH same, s.id AS statement
DELETE same
RETURN DISTINCT statement
