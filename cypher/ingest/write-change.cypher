// Notes what a commit changes.
CREATE (c:Change {id: $id})
SET c += $change
