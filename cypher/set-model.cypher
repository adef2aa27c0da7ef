// Notes the number of the model in a graph that holds nothing yet.
WITH EXISTS { MATCH (:Entity) } OR EXISTS { MATCH (:Article) } AS hasData
WHERE NOT hasData
MERGE (g:Graph {id: 'graph'})
SET g.model = $model
