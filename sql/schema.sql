-- The tables of the index of counts. Ids are whole numbers here, given by the index; `hash` finds them by the texts that
-- they stand for. Scores are tenths, and sets of a few words are bits. A question that reads most rows costs
-- what is worked out for each of them, so that nearly all of it is worked out here.

-- A day as the number of days after the first of year 1, since whole numbers group faster than dates, and the day of a number.
CREATE MACRO daynumber(day) AS (day - DATE '0001-01-01')::INTEGER;
CREATE MACRO dayof(number) AS DATE '0001-01-01' + number::INTEGER;
-- Of which graph and version the rows are, and which way of making them they came by.
CREATE TABLE shown (layout VARCHAR, seed VARCHAR, version BIGINT);

-- Entities and events, which statements are about.
CREATE TABLE thing (n INTEGER, hash UBIGINT, id VARCHAR, name VARCHAR, type VARCHAR);
-- `house` is the name of the publisher as it is written, `publisher` its key, and `outlet` the hash of that; an article that
-- names none is an outlet of its own.
CREATE TABLE article (
  n INTEGER, hash UBIGINT, id VARCHAR, title VARCHAR, publisher VARCHAR, house VARCHAR, earliest DATE, latest DATE,
  outlet UBIGINT
);
-- Who wrote an article.
CREATE TABLE authored (article INTEGER, person INTEGER);
-- Sentences are numbered within their article.
CREATE TABLE mention (article INTEGER, sentence INTEGER, entity INTEGER, form VARCHAR);
CREATE TABLE role (
  entity INTEGER, kind VARCHAR, "of" INTEGER, current BOOLEAN, fact DOUBLE, opinion DOUBLE, statement DOUBLE
);
-- The kinds of all roles of an entity.
CREATE TABLE holder (entity INTEGER, roles UINTEGER);
CREATE TABLE belonging (entity INTEGER, country INTEGER);

CREATE TABLE statement (n INTEGER, hash UBIGINT, id VARCHAR);
-- A speaker and a target of statements, either of which may be null.
CREATE TABLE pair (n INTEGER, speaker INTEGER, target INTEGER);
-- One row for each speaker and each target of a statement, with all that statements are chosen by: its first row, of the
-- first speaker and the first target, stands for the statement itself. Where it has no speaker or no target, that is null.
CREATE TABLE said (
  n INTEGER,
  -- The place of the speaker and that of the target.
  i USMALLINT, j USMALLINT,
  -- Whether the row counts by the preferred attribution, and by any.
  speaker INTEGER, preferred BOOLEAN, attributed BOOLEAN,
  -- How many rows of one target count in each way.
  speakers USMALLINT, anyspeakers USMALLINT,
  target INTEGER, topic BOOLEAN,
  -- That of the speaker and the target.
  pair INTEGER,
  -- Whether the row is that of something that the statement is about: of nothing it has a row of null, as of a target without a name.
  isabout BOOLEAN,
  -- How many things the statement is about in each way; those who are described and not named are one target, a row of null.
  targets USMALLINT, topics USMALLINT,
  -- The number of the first day that it may have been said on; the first and the last with an end that everything is within, where that is
  -- not known.
  day INTEGER, since DATE, until DATE,
  -- The code after a one, which keeps its zeros.
  act USMALLINT,
  score SMALLINT,
  confidence DOUBLE, contested BOOLEAN, unattributed BOOLEAN, nameless BOOLEAN,
  quotes UTINYINT, flags UTINYINT, anyflags UTINYINT,
  -- The roles of those who are described where nobody is named.
  roles UINTEGER, anyroles UINTEGER,
  -- The roles of those whom it is aimed at without naming them.
  targetroles UINTEGER,
  reportedearliest DATE, reportedlatest DATE,
  -- How many outlets report it, and how many articles: the first of them.
  outlets USMALLINT, articles USMALLINT, article INTEGER
);
-- With the days that the article gives for the statement, and whether it is the first article of it.
CREATE TABLE reported (n INTEGER, article INTEGER, isfirst BOOLEAN, earliest DATE, latest DATE);
CREATE TABLE saidat (n INTEGER, event INTEGER);
CREATE TABLE described (n INTEGER, "of" INTEGER, preferred BOOLEAN);
-- What those are of whom a statement is aimed at without naming them.
CREATE TABLE aimed (n INTEGER, "of" INTEGER);

CREATE TABLE event (
  n INTEGER, kind VARCHAR, day INTEGER, since DATE, until DATE, act USMALLINT, score SMALLINT, fact DOUBLE, opinion DOUBLE, statement DOUBLE,
  place INTEGER, contexts VARCHAR[], figures VARCHAR[]
);
CREATE TABLE participant (event INTEGER, entity INTEGER, actor BOOLEAN);
CREATE TABLE told (event INTEGER, article INTEGER);

CREATE TABLE relation (
  n INTEGER, hash UBIGINT, id VARCHAR, subject INTEGER, predicate VARCHAR, object INTEGER, earliest DATE, latest DATE,
  fact DOUBLE, opinion DOUBLE, statement DOUBLE
);
CREATE TABLE related (relation INTEGER, article INTEGER);
