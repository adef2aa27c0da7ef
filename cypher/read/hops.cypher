// The facts that connect pairs of entities, a few of each kind, with the words that say so.
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (a:Entity {id: pair.from})
  RETURN a
}
CALL (pair) {
  MATCH (b:Entity {id: pair.to})
  RETURN b
}
CALL (a, b) {
  MATCH (s:Statement)-[spoken:SPEAKS_ABOUT]->() WHERE spoken.speakerId = a.id AND spoken.targetId = b.id AND spoken.sortKey > ''
  /* forward */
  /* end */
  WITH s, 'forward' AS direction ORDER BY spoken.speakerId DESC, spoken.targetId DESC, spoken.sortKey DESC LIMIT $facts
  RETURN 'statement' AS kind, direction, s AS fact, s.text AS label, 0 AS place
  UNION
  MATCH (s:Statement)-[spoken:SPEAKS_ABOUT]->() WHERE spoken.speakerId = b.id AND spoken.targetId = a.id AND spoken.sortKey > ''
  /* backward */
  /* end */
  WITH s, 'backward' AS direction ORDER BY spoken.speakerId DESC, spoken.targetId DESC, spoken.sortKey DESC LIMIT $facts
  RETURN 'statement' AS kind, direction, s AS fact, s.text AS label, 0 AS place
  UNION
  MATCH (a)<-[one:PARTICIPANT]-(v:Event)-[other:PARTICIPANT]->(b)
  /* events */
  /* end */
  WITH v, CASE WHEN one.role = other.role THEN 'mutual' WHEN one.role = 'actor' THEN 'forward' ELSE 'backward' END
    AS direction
  LIMIT $facts
  RETURN 'event' AS kind, direction, v AS fact, v.label AS label, 1 AS place
  UNION
  MATCH (a)<-[one:SUBJECT|OBJECT]-(l:Relation)-[:SUBJECT|OBJECT]->(b)
  /* relations */
  /* end */
  WITH l, CASE type(one) WHEN 'SUBJECT' THEN 'forward' ELSE 'backward' END AS direction LIMIT $facts
  RETURN 'relation' AS kind, direction, l AS fact, l.predicate AS label, 2 AS place
  UNION
  MATCH (a)<-[one:HELD_BY|OF]-(r:Role)-[:HELD_BY|OF]->(b)
  /* roles */
  /* end */
  WITH r, CASE type(one) WHEN 'HELD_BY' THEN 'forward' ELSE 'backward' END AS direction LIMIT $facts
  RETURN 'role' AS kind, direction, r AS fact, coalesce(r.title, r.kind) AS label, 3 AS place
}
WITH a, b, kind, direction, fact, label ORDER BY a.id, b.id, place, fact.id
RETURN {id: a.id, name: a.name, type: a.type} AS from, {id: b.id, name: b.name, type: b.type} AS to,
  collect({
    kind: kind, id: fact.id, label: label, direction: direction,
    evidence: COLLECT {
      MATCH (fact)<-[:RENDERS|SUPPORTS]-(w)-[:IN]->(source:Article)
      WITH w, source ORDER BY source.id, w.start LIMIT 3
      UNWIND CASE WHEN w.partStarts IS NULL
        THEN [w {article: source.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}]
        ELSE [part IN range(0, size(w.partStarts) - 1) | {
          article: source.id, exact: w.partExacts[part], prefix: w.partPrefixes[part], suffix: w.partSuffixes[part],
          start: w.partStarts[part], end: w.partEnds[part], unit: 'code-point'
        }] END AS passage
      RETURN passage
    }
  }) AS facts
