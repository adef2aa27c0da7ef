-- Takes entities in, all of whose names have numbers: $rows is their JSON.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT thing.n, r.*
FROM (
  SELECT unnest(from_json($rows, '[{
    "id": "VARCHAR", "name": "VARCHAR", "type": "VARCHAR", "mask": "UINTEGER", "countries": ["VARCHAR"],
    "roles": [{
      "kind": "VARCHAR", "current": "BOOLEAN", "of": "VARCHAR", "fact": "DOUBLE", "opinion": "DOUBLE", "statement": "DOUBLE"
    }]
  }]'), max_depth := 2)
) r
JOIN thing ON thing.hash = hash(r.id) AND thing.id = r.id;

UPDATE thing SET name = r.name, type = r.type FROM incoming r WHERE thing.n = r.n;

INSERT INTO holder SELECT n, mask FROM incoming WHERE mask <> 0;

INSERT INTO role
SELECT r.n, r.role.kind, body.n, r.role.current, r.role.fact, r.role.opinion, r.role.statement
FROM (SELECT n, unnest(roles) AS role FROM incoming) r
LEFT JOIN thing body ON body.hash = hash(r.role.of) AND body.id = r.role.of;

INSERT INTO belonging
SELECT r.n, country.n
FROM (SELECT n, unnest(countries) AS id FROM incoming) r
JOIN thing country ON country.hash = hash(r.id) AND country.id = r.id;

DROP TABLE incoming;
