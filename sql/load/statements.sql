-- Takes statements in, which are not there: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT (SELECT coalesce(max(n), 0) FROM statement) + row_number() OVER () AS n, hash(id) AS hash, *,
  coalesce(score > 0, false)::UTINYINT AS positive, coalesce(score < 0, false)::UTINYINT AS negative
FROM (
  SELECT unnest(from_json($rows, '[{
    "id": "VARCHAR", "day": "DATE", "latest": "DATE", "act": "USMALLINT", "score": "SMALLINT", "confidence": "DOUBLE",
    "contested": "BOOLEAN", "unattributed": "BOOLEAN", "nameless": "BOOLEAN", "quotes": "UTINYINT", "flags": "UTINYINT",
    "anyFlags": "UTINYINT", "roles": "UINTEGER", "anyRoles": "UINTEGER", "targetRoles": "UINTEGER", "targetOf": ["VARCHAR"],
    "reportedEarliest": "DATE",
    "reportedLatest": "DATE", "speakerCount": "USMALLINT", "anySpeakerCount": "USMALLINT",
    "targets": "USMALLINT", "topics": "USMALLINT",
    "speakers": [{"id": "VARCHAR", "preferred": "BOOLEAN", "attributed": "BOOLEAN"}],
    "about": [{"id": "VARCHAR", "topic": "BOOLEAN"}],
    "outlets": "USMALLINT", "at": ["VARCHAR"], "articles": [{"id": "VARCHAR", "earliest": "DATE", "latest": "DATE"}],
    "described": [{"id": "VARCHAR", "preferred": "BOOLEAN"}]
  }]'), max_depth := 2)
);

INSERT INTO statement SELECT n, hash, id FROM incoming ORDER BY n;

INSERT INTO said
SELECT r.n, s.i, a.j, speaker.n, s.speaker.preferred, s.speaker.attributed, r.speakerCount, r.anySpeakerCount,
  target.n, a.target.topic, target.n IS NOT NULL OR r.targets > 0, r.targets, r.topics,
  r.day, coalesce(r.day, DATE '0001-01-01'), coalesce(r.latest, DATE '9999-12-31'),
  r.act, r.score, r.positive, r.negative,
  CASE WHEN NOT a.target.topic THEN r.score END, CASE WHEN a.target.topic THEN 0 ELSE r.positive END,
  CASE WHEN a.target.topic THEN 0 ELSE r.negative END,
  r.confidence, r.contested, r.unattributed, r.nameless, r.quotes, r.flags, r.anyFlags, r.roles, r.anyRoles, r.targetRoles,
  r.reportedEarliest, r.reportedLatest, r.outlets, len(r.articles), article.n
FROM incoming r
JOIN (SELECT n, unnest(speakers) AS speaker, generate_subscripts(speakers, 1) - 1 AS i FROM incoming) s ON s.n = r.n
JOIN (SELECT n, unnest(about) AS target, generate_subscripts(about, 1) - 1 AS j FROM incoming) a ON a.n = r.n
LEFT JOIN thing speaker ON speaker.hash = hash(s.speaker.id) AND speaker.id = s.speaker.id
LEFT JOIN thing target ON target.hash = hash(a.target.id) AND target.id = a.target.id
LEFT JOIN article ON article.hash = hash(r.articles[1].id) AND article.id = r.articles[1].id
ORDER BY r.n, s.i, a.j;

INSERT INTO reported
SELECT r.n, article.n, r."of".earliest, r."of".latest
FROM (SELECT n, unnest(articles) AS "of" FROM incoming) r
JOIN article ON article.hash = hash(r."of".id) AND article.id = r."of".id
ORDER BY r.n;

INSERT INTO saidat
SELECT r.n, event.n
FROM (SELECT n, unnest("at") AS id FROM incoming) r
JOIN thing event ON event.hash = hash(r.id) AND event.id = r.id
ORDER BY r.n;

INSERT INTO described
SELECT r.n, body.n, r.described.preferred
FROM (SELECT n, unnest(described) AS described FROM incoming) r
JOIN thing body ON body.hash = hash(r.described.id) AND body.id = r.described.id
ORDER BY r.n;

INSERT INTO aimed
SELECT r.n, body.n
FROM (SELECT n, unnest(targetOf) AS id FROM incoming) r
JOIN thing body ON body.hash = hash(r.id) AND body.id = r.id
ORDER BY r.n;

DROP TABLE incoming;
