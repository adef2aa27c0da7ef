// Entities with an identifier of another authority: more than one only where two records bear the same.
//? if iso3166
MATCH (e:Country {iso3166: $value})
//? else
MATCH (e:Entity {wikidata: $value})
//? end
WITH e ORDER BY e.id LIMIT 10
//? include read/entity-item
