// Notes the way in which the stored JSON of statements is made.
MERGE (g:Graph {id: 'graph'})
SET g.rendering = $rendering
