// Relationships of events that do not hold what their ends hold.
MATCH (n:Event) WHERE n.id IN $ids
MATCH (n)-[r:PARTICIPANT|AT]->(e)
WITH n, r, e, CASE type(r)
  WHEN 'AT' THEN {entityId: e.id, sortKey: n.sortKey}
  ELSE {entityId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey} END AS wanted
UNWIND keys(wanted) AS name
WITH n, r, e, name, coalesce(wanted[name], 'nothing') AS wanted, coalesce(r[name], 'nothing') AS held
WHERE held <> wanted
RETURN 'Event' AS kind, n.id AS id,
  type(r) + ' ' + coalesce(e.id, '?') + ': ' + name + ' is ' + held + ', and should be ' + wanted AS detail
LIMIT $limit
