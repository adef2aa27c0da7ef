import { joinedSql, type Sql, sql } from '../db/sql.ts';

/*
 * The filters of `db/indexes.ts` as conditions over the index of counts, by the same parameters; a test holds both to each other. A
 * filter of what a statement has several of is a set of statements, since a row has only one of them.
 */

/** The conditions of a table by their parameters. */
export type Conditions = Readonly<Record<string, Sql>>;

/** The numbers of the entities and events of some ids. */
export const things = (ids: Sql) => sql`(SELECT n FROM thing WHERE hash IN (SELECT hash(unnest(${ids}))))`;
export const articlesOf = (ids: Sql) =>
  sql`(SELECT n FROM article WHERE hash IN (SELECT hash(unnest(${ids}))))`;

/** Those who hold a role. */
const holders = (role: Sql) => sql`(SELECT entity FROM role WHERE ${role})`;
export const isOneOf = (value: Sql, list: Sql) => sql`list_contains(${list}, ${value})`;

/** What belongs to one of some countries, they themselves included: entities `e` as `ofCountry` of the fragments has them. */
const ofCountry = (countries: Sql) => sql`(
  SELECT n FROM thing WHERE n IN ${things(countries)}
  UNION ALL SELECT entity FROM belonging WHERE country IN ${things(countries)}
  UNION ALL SELECT entity FROM role WHERE "of" IN ${things(countries)}
  UNION ALL SELECT role.entity FROM role JOIN belonging ON belonging.entity = role."of"
    WHERE belonging.country IN ${things(countries)}
  UNION ALL SELECT subject FROM relation WHERE predicate = 'CITIZEN_OF' AND object IN ${things(countries)}
)`;

/** Statements that one of some speakers made, by the preferred attribution or by any. */
const saidBy = (by: Sql, speakers: Sql) => sql`SELECT n FROM said WHERE ${by} AND speaker IN ${speakers}`;
const PREFERRED = sql`preferred`;
const ANY = sql`attributed`;
const among = (...sets: Sql[]) => sql`s.n IN (${joinedSql(sets, ' UNION ALL ')})`;

const reportedBy = (articles: Sql) => sql`s.n IN (SELECT n FROM reported WHERE article IN (${articles}))`;
const publishedBy = (names: Sql) => sql`SELECT n FROM article WHERE ${isOneOf(sql`publisher`, names)}`;
const describedOf = (which: Sql, bodies: Sql) =>
  sql`SELECT n FROM described WHERE ${which} "of" IN ${bodies}`;
const OF_PREFERRED = sql`preferred AND`;
const OF_ANY = sql``;
/** Statements that are aimed at one of some entities, and those that are aimed at what is described as of one. */
const aimedAt = (entities: Sql) => sql`SELECT n FROM said WHERE NOT topic AND target IN ${entities}`;
const aimedAtThoseOf = (bodies: Sql) => sql`SELECT n FROM aimed WHERE "of" IN ${bodies}`;

/** Whether the sign of a score is asked for. */
const signOf = (row: Sql) => sql`list_contains($polarity, CASE
  WHEN ${row}.score > 0 THEN 'positive' WHEN ${row}.score < 0 THEN 'negative' WHEN ${row}.score = 0 THEN 'neutral'
END)`;
const actOf = (row: Sql) => sql`${row}.act IN (SELECT unnest($codes))`;

/** What may have been on a day of some, and what has no day. */
export const days = (row: Sql): Conditions => ({
  saidFrom: sql`${row}.until >= $saidFrom::DATE`,
  saidTo: sql`${row}.since <= $saidTo::DATE`,
  dated: sql`${row}.day IS NOT NULL`,
  undated: sql`${row}.day IS NULL`,
});

export const STATEMENT_CONDITIONS: Conditions = {
  ...days(sql`s`),
  q: sql`s.n IN (SELECT n FROM statement WHERE hash IN (SELECT hash(unnest($q))))`,
  changedSince: sql`s.n IN (SELECT n FROM statement WHERE hash IN (SELECT hash(unnest($changedSince))))`,
  about: among(sql`SELECT n FROM said WHERE target IN ${things(sql`$about`)}`),
  aboutAs: among(
    sql`SELECT n FROM said WHERE target IN ${things(sql`$aboutAs_ids`)} AND topic = ($aboutAs_as = 'topic')`,
  ),
  anythingAs: sql`CASE WHEN $anythingAs = 'topic' THEN s.topics ELSE s.targets END > 0`,
  unnamedTarget: sql`(s.n IN (SELECT n FROM said WHERE target IS NULL AND targets > 0)) = $unnamedTarget`,
  targetRole: sql`(s.targetroles & $targetRole_bits <> 0 OR ${among(
    aimedAt(holders(isOneOf(sql`kind`, sql`$targetRole`))),
  )})`,
  targetOf: among(
    aimedAt(holders(sql`"of" IN ${things(sql`$targetOf`)}`)),
    aimedAtThoseOf(things(sql`$targetOf`)),
  ),
  targetCountry: among(
    aimedAt(ofCountry(sql`$targetCountry`)),
    aimedAtThoseOf(ofCountry(sql`$targetCountry`)),
  ),
  speaker: among(saidBy(PREFERRED, things(sql`$speaker`))),
  anySpeaker: among(saidBy(ANY, things(sql`$anySpeaker`))),
  contested: sql`s.contested = $contested`,
  unattributed: sql`s.unattributed = $unattributed`,
  unattributedByAny: sql`s.nameless = $unattributedByAny`,
  article: reportedBy(articlesOf(sql`$article`)),
  publisher: reportedBy(publishedBy(sql`$publisher`)),
  onlyOutlet: sql`(s.n, s.outlets) IN (
    SELECT reported.n, count(DISTINCT article.outlet)::USMALLINT FROM reported JOIN article ON article.n = reported.article
    WHERE ${isOneOf(sql`publisher`, sql`$onlyOutlet`)} GROUP BY reported.n
  )`,
  firstOutlet: sql`(s.n, s.reportedearliest) IN (
    SELECT reported.n, article.earliest FROM reported JOIN article ON article.n = reported.article
    WHERE ${isOneOf(sql`publisher`, sql`$firstOutlet`)}
  )`,
  minOutlets: sql`s.outlets >= $minOutlets`,
  maxOutlets: sql`s.outlets <= $maxOutlets`,
  at: sql`s.n IN (SELECT n FROM saidat WHERE event IN ${things(sql`$at`)})`,
  speakerRole: sql`(s.roles & $speakerRole_bits <> 0 OR ${among(
    saidBy(PREFERRED, holders(isOneOf(sql`kind`, sql`$speakerRole`))),
  )})`,
  heldRole: among(
    saidBy(
      PREFERRED,
      holders(sql`${isOneOf(sql`kind`, sql`$heldRole_kinds`)} AND current = $heldRole_current`),
    ),
  ),
  currentRole: among(saidBy(PREFERRED, holders(sql`current = $currentRole`))),
  anySpeakerRole: sql`(s.anyroles & $anySpeakerRole_bits <> 0 OR ${among(
    saidBy(ANY, holders(isOneOf(sql`kind`, sql`$anySpeakerRole`))),
  )})`,
  anyHeldRole: among(
    saidBy(
      ANY,
      holders(sql`${isOneOf(sql`kind`, sql`$anyHeldRole_kinds`)} AND current = $anyHeldRole_current`),
    ),
  ),
  anyCurrentRole: among(saidBy(ANY, holders(sql`current = $anyCurrentRole`))),
  speakerOf: among(
    saidBy(PREFERRED, holders(sql`"of" IN ${things(sql`$speakerOf`)}`)),
    describedOf(OF_PREFERRED, things(sql`$speakerOf`)),
  ),
  anySpeakerOf: among(
    saidBy(ANY, holders(sql`"of" IN ${things(sql`$anySpeakerOf`)}`)),
    describedOf(OF_ANY, things(sql`$anySpeakerOf`)),
  ),
  speakerCountry: among(
    saidBy(PREFERRED, ofCountry(sql`$speakerCountry`)),
    describedOf(OF_PREFERRED, ofCountry(sql`$speakerCountry`)),
  ),
  anySpeakerCountry: among(
    saidBy(ANY, ofCountry(sql`$anySpeakerCountry`)),
    describedOf(OF_ANY, ofCountry(sql`$anySpeakerCountry`)),
  ),
  codes: actOf(sql`s`),
  polarity: signOf(sql`s`),
  quoteType: sql`s.quotes & $quoteType_bits <> 0`,
  reportedFrom: sql`s.reportedlatest >= $reportedFrom::DATE`,
  reportedTo: sql`s.reportedearliest <= $reportedTo::DATE`,
  minConfidence: sql`s.confidence >= $minConfidence`,
  maxConfidence: sql`s.confidence <= $maxConfidence`,
  flag: sql`s.flags & $flag_bits <> 0`,
  anyFlag: sql`s.anyflags & $anyFlag_bits <> 0`,
};

/** Whether a fact is asserted in one of the ways that are asked for, with the confidence that each of them needs. */
export const asserted = (fact: Sql, parameter = sql`$asserted`) => sql`(
  ${fact}.fact >= ${parameter}_fact OR ${fact}.opinion >= ${parameter}_opinion OR ${fact}.statement >= ${parameter}_statement
)`;

const actors = (entities: Sql) =>
  sql`v.n IN (SELECT event FROM participant WHERE actor AND entity IN ${entities})`;
const toldBy = (articles: Sql) => sql`v.n IN (SELECT event FROM told WHERE article IN (${articles}))`;

/** Events under the filters of statements. */
export const EVENT_CONDITIONS: Conditions = {
  ...days(sql`v`),
  q: sql`v.n IN ${things(sql`$q`)}`,
  asserted: asserted(sql`v`),
  speaker: actors(things(sql`$speaker`)),
  about: sql`(v.n IN ${things(sql`$about`)} OR v.n IN (SELECT event FROM participant WHERE entity IN ${things(sql`$about`)}))`,
  speakerRole: actors(holders(isOneOf(sql`kind`, sql`$speakerRole`))),
  heldRole: actors(holders(sql`${isOneOf(sql`kind`, sql`$heldRole_kinds`)} AND current = $heldRole_current`)),
  currentRole: actors(holders(sql`current = $currentRole`)),
  speakerOf: actors(holders(sql`"of" IN ${things(sql`$speakerOf`)}`)),
  speakerCountry: actors(ofCountry(sql`$speakerCountry`)),
  codes: actOf(sql`v`),
  polarity: signOf(sql`v`),
  article: toldBy(articlesOf(sql`$article`)),
  publisher: toldBy(publishedBy(sql`$publisher`)),
  reportedFrom: toldBy(sql`SELECT n FROM article WHERE latest >= $reportedFrom::DATE`),
  reportedTo: toldBy(sql`SELECT n FROM article WHERE earliest <= $reportedTo::DATE`),
};

const relatedBy = (articles: Sql) =>
  sql`l.n IN (SELECT relation FROM related WHERE article IN (${articles}))`;

/** Relations under the filters of statements; those of their ends are those of edges. */
export const RELATION_CONDITIONS: Conditions = {
  asserted: asserted(sql`l`),
  dated: sql`l.earliest IS NOT NULL`,
  undated: sql`l.earliest IS NULL`,
  saidFrom: sql`(l.latest IS NULL OR l.latest >= $saidFrom::DATE)`,
  saidTo: sql`(l.earliest IS NULL OR l.earliest <= $saidTo::DATE)`,
  article: relatedBy(articlesOf(sql`$article`)),
  publisher: relatedBy(publishedBy(sql`$publisher`)),
  reportedFrom: relatedBy(sql`SELECT n FROM article WHERE latest >= $reportedFrom::DATE`),
  reportedTo: relatedBy(sql`SELECT n FROM article WHERE earliest <= $reportedTo::DATE`),
};

const endOfEdge = (entities: Sql) => sql`(e.source IN ${entities} OR e.mutual AND e.target IN ${entities})`;

/** Filters of an edge `e` of an event or a relation: where both ends do the same, each of them counts as either end. */
export const EDGE_CONDITIONS: Conditions = {
  speaker: endOfEdge(things(sql`$speaker`)),
  about: sql`(
  e.target IN ${things(sql`$about`)} OR e.mutual AND e.source IN ${things(sql`$about`)} OR e.event IN ${things(sql`$about`)}
)`,
  speakerRole: endOfEdge(holders(isOneOf(sql`kind`, sql`$speakerRole`))),
  heldRole: endOfEdge(
    holders(sql`${isOneOf(sql`kind`, sql`$heldRole_kinds`)} AND current = $heldRole_current`),
  ),
  currentRole: endOfEdge(holders(sql`current = $currentRole`)),
  speakerOf: endOfEdge(holders(sql`"of" IN ${things(sql`$speakerOf`)}`)),
  speakerCountry: endOfEdge(ofCountry(sql`$speakerCountry`)),
};

/** The conditions of those parameters that are given, or one that everything meets. */
export function conditionsOf(conditions: Conditions, given: readonly string[]): Sql {
  const asked = given.flatMap((name) => conditions[name] ?? []);
  return asked.length > 0 ? joinedSql(asked, '\n  AND ') : sql`true`;
}
