-- Keeps together what was said at about the same time, since statements have the numbers of their order in time, and within that the rows
-- of a speaker and a target, and numbers pairs in that order, so that what is added up one after the other is in the same place; those
-- of later changes come after them.
CREATE TABLE orderedpair AS
SELECT n AS former, row_number() OVER (ORDER BY speaker, target)::INTEGER AS n, speaker, target FROM pair;
CREATE TABLE ordered AS
SELECT said.* REPLACE (p.n AS pair) FROM said JOIN orderedpair p ON p.former = said.pair
ORDER BY said.n // 65536, p.n, said.n;
DROP TABLE said;
ALTER TABLE ordered RENAME TO said;
DROP TABLE pair;
CREATE TABLE pair AS SELECT n, speaker, target FROM orderedpair ORDER BY n;
DROP TABLE orderedpair;
