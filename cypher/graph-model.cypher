// The number of the model that the graph was written by, and whether it holds anything.
OPTIONAL MATCH (g:Graph {id: 'graph'})
RETURN g.model AS model, EXISTS { MATCH (:Entity) } OR EXISTS { MATCH (:Article) } AS hasData
