// Has a graph stay one of an older model, until all of it is lifted.
MATCH (g:Graph {id: 'graph'})
SET g.model = $model
