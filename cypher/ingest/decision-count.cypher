// How often a decision was taken: where that is as it was, so are the decisions.
OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN coalesce(g.decisions, 0) AS count
