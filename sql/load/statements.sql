-- Takes statements in, which are not there: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT (SELECT coalesce(max(n), 0) FROM statement) + row_number() OVER () AS n, hash(id) AS hash, *
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

-- A join to all things would take all of them for a few statements.
CREATE OR REPLACE TEMP TABLE ends AS
WITH named AS MATERIALIZED (
  SELECT n, id FROM thing
  WHERE hash IN (
    SELECT hash(unnest(speakers).id) FROM incoming UNION ALL SELECT hash(unnest(about).id) FROM incoming
  )
)
SELECT s.n, s.i, a.j, s.speaker AS "by", a.target AS "to", speaker.n AS speaker, target.n AS target
FROM (SELECT n, unnest(speakers) AS speaker, generate_subscripts(speakers, 1) - 1 AS i FROM incoming) s
JOIN (SELECT n, unnest(about) AS target, generate_subscripts(about, 1) - 1 AS j FROM incoming) a ON a.n = s.n
LEFT JOIN named speaker ON speaker.id = s.speaker.id
LEFT JOIN named target ON target.id = a.target.id;

INSERT INTO pair
SELECT (SELECT coalesce(max(n), 0) FROM pair) + row_number() OVER (), speaker, target
FROM (SELECT DISTINCT speaker, target FROM ends) AS e
ANTI JOIN pair ON pair.speaker IS NOT DISTINCT FROM e.speaker AND pair.target IS NOT DISTINCT FROM e.target;

INSERT INTO said
SELECT r.n, e.i, e.j, e.speaker, e."by".preferred, e."by".attributed, r.speakerCount, r.anySpeakerCount,
  e.target, e."to".topic, pair.n, e.target IS NOT NULL OR r.targets > 0, r.targets, r.topics,
  daynumber(r.day), coalesce(r.day, DATE '0001-01-01'), coalesce(r.latest, DATE '9999-12-31'),
  r.act, r.score, r.confidence, r.contested, r.unattributed, r.nameless, r.quotes, r.flags, r.anyFlags, r.roles, r.anyRoles, r.targetRoles,
  r.reportedEarliest, r.reportedLatest, r.outlets, len(r.articles), article.n
FROM incoming r
JOIN ends e ON e.n = r.n
JOIN pair ON pair.speaker IS NOT DISTINCT FROM e.speaker AND pair.target IS NOT DISTINCT FROM e.target
LEFT JOIN article ON article.hash = hash(r.articles[1].id) AND article.id = r.articles[1].id
ORDER BY r.n, e.i, e.j;

INSERT INTO reported
SELECT r.n, article.n, r.place = 1, r."of".earliest, r."of".latest
FROM (SELECT n, unnest(articles) AS "of", generate_subscripts(articles, 1) AS place FROM incoming) r
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

DROP TABLE ends;
DROP TABLE incoming;
