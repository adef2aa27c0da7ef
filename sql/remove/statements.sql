-- Takes statements out: $ids is the JSON of their ids.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT n FROM statement WHERE hash IN (SELECT hash(unnest(from_json($ids, '["VARCHAR"]'))));
DELETE FROM statement WHERE n IN (SELECT n FROM gone);
DELETE FROM said WHERE n IN (SELECT n FROM gone);
DELETE FROM reported WHERE n IN (SELECT n FROM gone);
DELETE FROM saidat WHERE n IN (SELECT n FROM gone);
DELETE FROM described WHERE n IN (SELECT n FROM gone);
DELETE FROM aimed WHERE n IN (SELECT n FROM gone);
DROP TABLE gone;
