// Evidence whose relationship to its fact does not hold what the ends hold.
MATCH (n:Evidence) WHERE n.id IN $ids
MATCH (a:Article)<-[:IN]-(n)-[r:SUPPORTS]->(f)
WITH n, r, f, {factId: f.id, key: a.id + ' ' + right('00000000' + toString(n.start), 9)} AS wanted
UNWIND keys(wanted) AS name
WITH n, r, f, name, coalesce(wanted[name], 'nothing') AS wanted, coalesce(r[name], 'nothing') AS held
WHERE held <> wanted
RETURN 'Evidence' AS kind, n.id AS id,
  'SUPPORTS ' + coalesce(f.id, '?') + ': ' + name + ' is ' + held + ', and should be ' + wanted AS detail
LIMIT $limit
