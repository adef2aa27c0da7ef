// What all articles tell of an event: who asserts it, and what its figures count. The label is replaced for another kind.
UNWIND $ids AS id
MATCH (n:Event {id: id})
RETURN n.id AS id,
  COLLECT { MATCH (n)<-[:TELLS_OF]-(c:Account) RETURN {as: c.as, confidence: c.confidence} } AS assertions,
  COLLECT { MATCH (n)<-[:FIGURE_OF]-(f:Figure) RETURN f.what } AS figures
