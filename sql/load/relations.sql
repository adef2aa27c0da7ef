-- Takes relations in, which are not there and all of whose names have numbers: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT (SELECT coalesce(max(n), 0) FROM relation) + row_number() OVER () AS n, *
FROM (
  SELECT unnest(from_json($rows, '[{
    "id": "VARCHAR", "subject": "VARCHAR", "predicate": "VARCHAR", "object": "VARCHAR", "earliest": "DATE",
    "latest": "DATE", "fact": "DOUBLE", "opinion": "DOUBLE", "statement": "DOUBLE", "articles": ["VARCHAR"]
  }]'), max_depth := 2)
);

INSERT INTO relation
SELECT r.n, hash(r.id), r.id, subject.n, r.predicate, object.n, r.earliest, r.latest, r.fact, r.opinion, r.statement
FROM incoming r
JOIN thing subject ON subject.hash = hash(r.subject) AND subject.id = r.subject
JOIN thing object ON object.hash = hash(r.object) AND object.id = r.object;

INSERT INTO related
SELECT r.n, article.n
FROM (SELECT n, unnest(articles) AS id FROM incoming) r
JOIN article ON article.hash = hash(r.id) AND article.id = r.id;

DROP TABLE incoming;
