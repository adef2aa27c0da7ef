-- Takes articles out: $ids is the JSON of their ids.
DELETE FROM article WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
