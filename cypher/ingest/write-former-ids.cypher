// Writes by what ids statements and events go since decisions, in the place of what was there.
CALL () {
  MATCH (old:FormerId)
  DELETE old
}
UNWIND $rows AS row
CREATE (f:FormerId {id: row.of + ' ' + row.id})
SET f.to = row.to
