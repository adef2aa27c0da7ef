// Says that a commit has ended, and forgets those of writers who ended without saying so.
MATCH (c:Commit) WHERE c.id = $id OR c.until < timestamp()
DELETE c
