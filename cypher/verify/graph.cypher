// What the graph says of itself.
MATCH (g:Graph)
RETURN g.id AS id, g.version AS version, g.seed AS seed, g.model AS model, g.rendering AS rendering
