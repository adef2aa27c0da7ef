// Relationships of statements that do not hold what their ends hold.
MATCH (n:Statement) WHERE n.id IN $ids
MATCH (n)-[r:ABOUT|SPEAKS_ABOUT|SAID_AT|SAID_BY]->(e)
WITH n, r, e, CASE type(r)
  WHEN 'SAID_BY' THEN {speakerId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey}
  WHEN 'SAID_AT' THEN {eventId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey}
  ELSE {targetId: e.id, sortKey: n.sortKey, intervalKey: n.intervalKey} END AS wanted
UNWIND keys(wanted) AS name
WITH n, r, e, name, coalesce(wanted[name], 'nothing') AS wanted, coalesce(r[name], 'nothing') AS held
WHERE held <> wanted
RETURN 'Statement' AS kind, n.id AS id,
  type(r) + ' ' + coalesce(e.id, '?') + ': ' + name + ' is ' + held + ', and should be ' + wanted AS detail
LIMIT $limit
