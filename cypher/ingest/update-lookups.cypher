// Writes what an index finds quotations by.
UNWIND $rows AS row
MATCH (q:Quotation {id: row.id})
SET q += row.lookup
