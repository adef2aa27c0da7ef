// Ids of events in their order.
MATCH (v:Event) WHERE v.id > $after
RETURN v.id AS id ORDER BY v.id LIMIT $limit
