-- Takes articles in, all of whose names have numbers; those that are there keep their numbers: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT *, hash(coalesce(publisher, ' ' || id)) AS outlet
FROM (SELECT unnest(from_json($rows, '[{
  "id": "VARCHAR", "title": "VARCHAR", "publisher": "VARCHAR", "house": "VARCHAR", "earliest": "DATE", "latest": "DATE",
  "authors": ["VARCHAR"], "mentions": [{"entity": "VARCHAR", "form": "VARCHAR", "sentence": "INTEGER"}]
}]'), max_depth := 2));

UPDATE article SET title = r.title, publisher = r.publisher, house = r.house, outlet = r.outlet, earliest = r.earliest,
  latest = r.latest
FROM incoming r WHERE article.hash = hash(r.id) AND article.id = r.id;

INSERT INTO article
SELECT (SELECT coalesce(max(n), 0) FROM article) + row_number() OVER (), hash(r.id), r.id, r.title, r.publisher, r.house,
  r.earliest, r.latest, r.outlet
FROM incoming r ANTI JOIN article ON article.hash = hash(r.id) AND article.id = r.id;

CREATE OR REPLACE TEMP TABLE numbered AS
SELECT article.n, r.authors, r.mentions
FROM incoming r JOIN article ON article.hash = hash(r.id) AND article.id = r.id;

INSERT INTO authored
SELECT r.n, person.n
FROM (SELECT n, unnest(authors) AS id FROM numbered) r
JOIN thing person ON person.hash = hash(r.id) AND person.id = r.id;

INSERT INTO mention
SELECT r.n, r.mention.sentence, entity.n, r.mention.form
FROM (SELECT n, unnest(mentions) AS mention FROM numbered) r
LEFT JOIN thing entity ON entity.hash = hash(r.mention.entity) AND entity.id = r.mention.entity
ORDER BY r.n, r.mention.sentence;

DROP TABLE numbered;
DROP TABLE incoming;
