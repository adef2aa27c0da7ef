-- Takes events in, which are not there and all of whose names have numbers: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT thing.n, r.*
FROM (
  SELECT unnest(from_json($rows, '[{
    "id": "VARCHAR", "name": "VARCHAR", "kind": "VARCHAR", "day": "DATE", "latest": "DATE", "act": "USMALLINT",
    "score": "SMALLINT", "fact": "DOUBLE", "opinion": "DOUBLE", "statement": "DOUBLE",
    "place": "VARCHAR", "contexts": ["VARCHAR"], "figures": ["VARCHAR"],
    "participants": [{"id": "VARCHAR", "actor": "BOOLEAN"}], "articles": ["VARCHAR"]
  }]'), max_depth := 2)
) r
JOIN thing ON thing.hash = hash(r.id) AND thing.id = r.id;

UPDATE thing SET name = r.name, type = 'Event' FROM incoming r WHERE thing.n = r.n;

INSERT INTO event
SELECT r.n, r.kind, daynumber(r.day), coalesce(r.day, DATE '0001-01-01'), coalesce(r.latest, DATE '9999-12-31'), r.act, r.score,
  r.fact, r.opinion, r.statement, place.n, r.contexts, r.figures
FROM incoming r
LEFT JOIN thing place ON place.hash = hash(r.place) AND place.id = r.place
ORDER BY r.n;

INSERT INTO participant
SELECT r.n, entity.n, r.participant.actor
FROM (SELECT n, unnest(participants) AS participant FROM incoming) r
JOIN thing entity ON entity.hash = hash(r.participant.id) AND entity.id = r.participant.id;

INSERT INTO told
SELECT r.n, article.n
FROM (SELECT n, unnest(articles) AS id FROM incoming) r
JOIN article ON article.hash = hash(r.id) AND article.id = r.id;

DROP TABLE incoming;
