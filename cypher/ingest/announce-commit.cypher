// Says that a commit is about to begin, and until when it is to be believed if nobody says that it ended.
CREATE (c:Commit {id: $id, until: timestamp() + $within})
