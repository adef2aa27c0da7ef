// The entities that bear names without sharing them, but for some, and whether it is the first name of one.
UNWIND $keys AS key
MATCH (:Name {key: key})-[named:NAMES]->(e:Entity|MergedEntity)
WHERE named.merged IS NULL AND NOT e.id IN $except AND NOT coalesce(named.shared, false)
RETURN key, min(e.id) AS id, max(named.text = e.name) AS isFirstName
