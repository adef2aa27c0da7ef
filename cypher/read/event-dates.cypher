// The dates of events, as the sources give them.
UNWIND $ids AS id
MATCH (v:Event {id: id})
RETURN v.id AS id, v.dateEdtf AS edtf
