// Marks every statement, so that its stored JSON is made anew.
MATCH (s:Statement)
CALL (s) {
  SET s.json = null, s.unrendered = true
} IN TRANSACTIONS OF 5000 ROWS
