// Writes the properties of facts whose relationships stay. The label is that of a kind, and is replaced for another one.
UNWIND $rows AS row
MATCH (n:Quotation {id: row.id})
SET n += row.properties, n.hash = row.hash
