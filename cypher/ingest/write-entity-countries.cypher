// Joins organizations and places to the country that they belong to, once all records are there.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id}), (c:Country {id: row.country})
MERGE (e)-[:BELONGS_TO]->(c)
