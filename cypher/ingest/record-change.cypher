// Notes what is changed at a version.
CREATE (c:ChangeRecord {id: $id})
SET c += $change
