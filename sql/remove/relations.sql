-- Takes relations out: $ids is the JSON of their ids.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT n FROM relation WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
DELETE FROM relation WHERE n IN (SELECT n FROM gone);
DELETE FROM related WHERE relation IN (SELECT n FROM gone);
DROP TABLE gone;
