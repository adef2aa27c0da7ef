// Forgets changes as they were noted before.
MATCH (c:Change|ChangeRecord)
DELETE c
