-- Takes articles in; those that are there keep their numbers: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT unnest(from_json($rows, '[{
  "id": "VARCHAR", "title": "VARCHAR", "publisher": "VARCHAR", "earliest": "DATE", "latest": "DATE"
}]'), max_depth := 2);

UPDATE article SET title = r.title, publisher = r.publisher, earliest = r.earliest, latest = r.latest
FROM incoming r WHERE article.hash = hash(r.id) AND article.id = r.id;

INSERT INTO article
SELECT (SELECT coalesce(max(n), 0) FROM article) + row_number() OVER (), hash(r.id), r.*
FROM incoming r ANTI JOIN article ON article.hash = hash(r.id) AND article.id = r.id;

DROP TABLE incoming;
