-- Takes out what is known of articles, but those of $kept, which keep their numbers: $ids is the JSON of their ids.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT n, id FROM article WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
DELETE FROM authored WHERE article IN (SELECT n FROM gone);
DELETE FROM mention WHERE article IN (SELECT n FROM gone);
DELETE FROM article WHERE n IN (SELECT n FROM gone WHERE id NOT IN (SELECT unnest(from_json($kept, '["VARCHAR"]'))));
DROP TABLE gone;
