-- Takes out what is known of events, but their numbers: $ids is the JSON of their ids.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT n FROM thing WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
UPDATE thing SET name = NULL, type = NULL WHERE n IN (SELECT n FROM gone);
DELETE FROM event WHERE n IN (SELECT n FROM gone);
DELETE FROM participant WHERE event IN (SELECT n FROM gone);
DELETE FROM told WHERE event IN (SELECT n FROM gone);
DROP TABLE gone;
