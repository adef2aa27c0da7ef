// The statements of quotations that name these events, though their own articles do not tell of them.
UNWIND $ids AS id
MATCH (:EventReference {id: id})<-[:NAMES_EVENT]-(:Quotation)-[:RENDERS]->(s:Statement)
RETURN DISTINCT s.id AS id ORDER BY id
