-- Takes out what is known of entities, but their numbers: $ids is the JSON of their ids.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT n FROM thing WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
UPDATE thing SET name = NULL, type = NULL WHERE n IN (SELECT n FROM gone);
DELETE FROM holder WHERE entity IN (SELECT n FROM gone);
DELETE FROM role WHERE entity IN (SELECT n FROM gone);
DELETE FROM belonging WHERE entity IN (SELECT n FROM gone);
DROP TABLE gone;
