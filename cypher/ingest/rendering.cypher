// The way in which the stored JSON of statements was made.
MATCH (g:Graph {id: 'graph'})
RETURN g.rendering AS rendering
