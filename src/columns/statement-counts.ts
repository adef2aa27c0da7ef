import { z } from 'zod';
import { filledSql, type Sql, sql } from '../db/sql.ts';
import { COLUMNS } from '../limits.ts';
import { EntityType } from '../model/vocabulary.ts';
import { conditionsOf, STATEMENT_CONDITIONS, things } from './conditions.ts';
import { defineCount, Sums } from './count.ts';

/** How statements are chosen. */
export interface Chosen {
  /** Names of the parameters that are given. */
  given: readonly string[];
}

/** Nothing, each parameter alone, and all of them. */
export const variantsOf = (conditions: object): Chosen[] => {
  const names = Object.keys(conditions).sort();
  return [[], ...names.map((name) => [name]), names].map((given) => ({ given }));
};

const NOTHING_GIVEN: Chosen = { given: [] };

/** Each statement once. */
const ONCE = sql`s.i = 0 AND s.j = 0`;

/** Those rows of statements that match which count. */
const matching = (rows: Sql, { given }: Chosen, join = sql``) =>
  sql`FROM said s${join} WHERE ${rows} AND ${conditionsOf(STATEMENT_CONDITIONS, given)}`;

/** The score of a statement, and that of what it is about: towards a topic nothing is done. */
const SCORE = sql`s.score, s.signs`;
const AIMED_SCORE = sql`s.aimedscore AS score, s.aimedsigns AS signs`;

/** Whether the row of a target counts where only targets or only topics do. */
const IS_COUNTED = sql`(s.isabout AND s.topic = ($countedAs = 'topic'))`;
const NONE_IS_COUNTED = sql`(s.j = 0 AND CASE WHEN $countedAs = 'topic' THEN s.topics ELSE s.targets END = 0)`;

const SUMS = sql`count(*) AS count, count(score) AS scored, sum(score) AS total, sum(signs) AS signs`;

/** The same of groups that are counted already. */
const SUMS_OF_GROUPS = sql`sum(count) AS count, sum(scored) AS scored, sum(total) AS total, sum(signs) AS signs`;

/** The count alone, which takes half the time where there are many groups. */
const COUNT = sql`count(*) AS count, 0 AS scored, 0 AS total, 0 AS signs`;

interface Counted extends Chosen {
  /** Whether scores are of no interest. */
  countOnly?: boolean;
}

const valued =
  (value: Sql, rows = ONCE, score = SCORE) =>
  ({ countOnly = false, ...chosen }: Counted) =>
    sql`SELECT value, ${countOnly ? COUNT : SUMS}
  FROM (SELECT ${value} AS value, ${score} ${matching(rows, chosen)})
  GROUP BY value`;

/** Grouped by a number first, and then by what is made of that: texts are not made for each row. */
const valuedBy = (number: Sql, value: Sql) => (chosen: Chosen) =>
  sql`SELECT ${value} AS value, ${SUMS_OF_GROUPS}
  FROM (
    SELECT number, ${SUMS}
    FROM (SELECT ${number} AS number, ${SCORE} ${matching(ONCE, chosen)})
    GROUP BY number
  )
  GROUP BY value`;

/** By the first article that reports a statement, which most have no other than, and by the others. */
const byArticle = (chosen: Chosen) =>
  sql`SELECT value, ${SUMS}
  FROM (
    SELECT s.article AS value, ${SCORE} ${matching(ONCE, chosen)}
    UNION ALL
    SELECT reported.article AS value, ${SCORE}
    ${matching(sql`${ONCE} AND s.articles > 1`, chosen, sql` JOIN reported ON reported.n = s.n AND NOT reported.isfirst`)}
  )
  GROUP BY value`;

/**
 * By the kinds of role of those who speak or are described, as bits: few sets of them occur. Most statements have one
 * speaker, so that no two rows of theirs have to be brought together: they are counted by speaker first.
 */
const byRole = (counts: Sql, speakers: Sql, described: Sql) => (chosen: Chosen) => {
  const of = (rows: Sql, join = sql``) => matching(sql`${counts} AND s.j = 0 AND ${rows}`, chosen, join);
  const holder = sql` LEFT JOIN holder ON entity = speaker`;
  return sql`SELECT kind.id AS value, ${SUMS_OF_GROUPS}
  FROM (
    SELECT coalesce(holder.roles, 0) | described AS mask, count, scored, total, signs
    FROM (
      SELECT speaker, described, ${SUMS}
      FROM (SELECT s.speaker, ${described} AS described, ${SCORE} ${of(sql`${speakers} = 1`)})
      GROUP BY speaker, described
    )${holder}
    UNION ALL
    SELECT mask, ${SUMS}
    FROM (
      SELECT bit_or(coalesce(holder.roles, 0) | ${described}) AS mask,
        any_value(s.score) AS score, any_value(s.signs) AS signs
      ${of(sql`${speakers} > 1`, holder)} GROUP BY s.n
    )
    GROUP BY mask
  ) masks
  LEFT JOIN (
    SELECT unnest($roleKinds) AS id, generate_subscripts($roleKinds, 1) - 1 AS bit
  ) kind ON ((masks.mask >> kind.bit) & 1) = 1
  GROUP BY value`;
};

/** The beginning of the day that a statement was said on, where that is known. */
const byBeginning = (length: Sql) =>
  valuedBy(sql`s.day`, sql`CASE WHEN number > 0 THEN left(dayof(number)::VARCHAR, ${length}) END`);

/** What the groups are called. */
const NAMES = {
  thing: {
    names: sql`thing.id AS id, thing.name AS name, thing.type AS type,`,
    named: sql`LEFT JOIN thing ON thing.n = chosen.value`,
  },
  article: {
    names: sql`article.id AS id, article.title AS name, NULL AS type,`,
    named: sql`LEFT JOIN article ON article.n = chosen.value`,
  },
  act: { names: sql`substr(chosen.value::VARCHAR, 2) AS id, NULL AS name, NULL AS type,`, named: sql`` },
  itself: { names: sql`chosen.value AS id, chosen.value AS name, NULL AS type,`, named: sql`` },
};

/** What statements are grouped by. `any…` goes by any attribution, `aboutAs` counts only targets or only topics. */
const GROUPINGS = {
  speaker: { rows: valued(sql`s.speaker`, sql`s.preferred AND s.j = 0`), names: NAMES.thing },
  anySpeaker: { rows: valued(sql`s.speaker`, sql`s.attributed AND s.j = 0`), names: NAMES.thing },
  about: { rows: valued(sql`s.target`, sql`s.i = 0`, AIMED_SCORE), names: NAMES.thing },
  aboutAs: {
    rows: valued(
      sql`CASE WHEN ${IS_COUNTED} THEN s.target END`,
      sql`s.i = 0 AND (${IS_COUNTED} OR ${NONE_IS_COUNTED})`,
    ),
    names: NAMES.thing,
  },
  act: { rows: valued(sql`s.act`), names: NAMES.act },
  polarity: {
    rows: valuedBy(
      sql`s.score`,
      sql`CASE WHEN number > 0 THEN 'positive' WHEN number < 0 THEN 'negative' WHEN number = 0 THEN 'neutral' END`,
    ),
    names: NAMES.itself,
  },
  role: { rows: byRole(sql`s.preferred`, sql`s.speakers`, sql`s.roles`), names: NAMES.itself },
  anyRole: { rows: byRole(sql`s.attributed`, sql`s.anyspeakers`, sql`s.anyroles`), names: NAMES.itself },
  article: { rows: byArticle, names: NAMES.article },
  year: { rows: byBeginning(sql`4`), names: NAMES.itself },
  month: { rows: byBeginning(sql`7`), names: NAMES.itself },
};

export type Grouping = keyof typeof GROUPINGS;

/** Whether each statement is in one group and no other, so that these add up to all. */
export const isPartition = (group: Grouping): boolean => PARTITIONS.includes(group);
const PARTITIONS: readonly Grouping[] = ['act', 'polarity', 'year', 'month'];

export interface GroupOptions extends Counted {
  group: Grouping;
  /** Whether only groups of some types count. */
  typed: boolean;
}

/** Keeps the groups of the types that are asked for. */
const OF_TYPES = sql`
  HAVING value IN (SELECT n FROM thing WHERE list_contains($types, type))`;

const nameOf = { id: z.string().nullable(), name: z.string().nullable() };
const ThingType = z.enum([...EntityType.options, 'Event']).nullable();

export const statementGroups = defineCount({
  name: 'statements counted by one of their properties',
  parameters: ['limit', 'countedAs', 'types', 'roleKinds'],
  // `of` is the sum of all groups.
  row: z.object({ ...nameOf, type: ThingType, ...Sums.shape, of: z.int() }),
  text: ({ group, typed, ...chosen }: GroupOptions) => {
    const { rows, names } = GROUPINGS[group];
    return filledSql('read/groups', {
      grouped: typed ? sql`${rows(chosen)}${OF_TYPES}` : rows(chosen),
      ...names,
    });
  },
  variants: [
    ...variantsOf(STATEMENT_CONDITIONS).map((chosen) => ({
      ...chosen,
      group: 'speaker' as const,
      typed: false,
    })),
    ...(Object.keys(GROUPINGS) as Grouping[]).map((group) => ({ ...NOTHING_GIVEN, group, typed: false })),
    ...(['speaker', 'anySpeaker', 'about', 'aboutAs'] as const).map((group) => ({
      ...NOTHING_GIVEN,
      group,
      typed: true,
      countOnly: true,
    })),
  ],
});

export type StatementGroupRow = z.output<typeof statementGroups.row>;

/** How pairs of a speaker and a target are counted. */
export interface PairOptions extends Chosen {
  /** Whether everybody counts as a speaker whom some attribution names. */
  any: boolean;
  /** Whether only targets or only topics count. */
  as: boolean;
}

/** The rows of pairs: where speakers or targets are asked for, those of them alone. */
const pairRows = ({ any, as, given }: PairOptions, rows = sql`s.isabout`): Sql => {
  const conditions = [
    any ? sql`s.attributed` : sql`s.preferred`,
    rows,
    ...(as ? [IS_COUNTED] : []),
    ...(given.includes('speaker') ? [sql`s.speaker IN ${things(sql`$speaker`)}`] : []),
    ...(given.includes('anySpeaker') ? [sql`s.speaker IN ${things(sql`$anySpeaker`)}`] : []),
    ...(given.includes('about') ? [sql`s.target IN ${things(sql`$about`)}`] : []),
  ];
  return conditions.reduce((rows, condition) => sql`${rows} AND ${condition}`);
};

const pairScore = ({ as }: PairOptions) => (as ? SCORE : AIMED_SCORE);

export const pairVariants: PairOptions[] = [
  ...variantsOf(STATEMENT_CONDITIONS).map((chosen) => ({ ...chosen, any: false, as: false })),
  ...[[], ['anySpeaker'], ['about', 'anySpeaker']].map((given) => ({ given, any: true, as: true })),
];

export interface TypedPairOptions extends PairOptions {
  /** Whether only pairs of some types of speaker or of target count. */
  speakerType: boolean;
  targetType: boolean;
}

export const statementPairs = defineCount({
  name: 'statements counted by speaker and target',
  arrayBits: COLUMNS.pairBits,
  parameters: ['limit', 'countedAs', 'speakerType', 'targetType'],
  row: z.object({
    speakerId: nameOf.id,
    speakerName: nameOf.name,
    speakerType: EntityType.nullable(),
    targetId: nameOf.id,
    targetName: nameOf.name,
    targetType: ThingType,
    ...Sums.shape,
  }),
  text: ({ speakerType, targetType, ...options }: TypedPairOptions) => {
    const typed = (end: Sql, types: Sql) =>
      sql` AND ${end} IN (SELECT n FROM thing WHERE list_contains(${types}, type))`;
    return filledSql('read/pairs', {
      pairs: sql`SELECT s.pair, ${pairScore(options)}
    ${matching(pairRows(options), options)}${speakerType ? typed(sql`s.speaker`, sql`$speakerType`) : sql``}${
      targetType ? typed(sql`s.target`, sql`$targetType`) : sql``
    }`,
    });
  },
  variants: [
    ...pairVariants.map((options) => ({ ...options, speakerType: false, targetType: false })),
    { ...NOTHING_GIVEN, any: false, as: false, speakerType: true, targetType: true },
  ],
});

/** The edges of a network that statements make. */
export const statementEdges = (
  options: PairOptions,
): Sql => sql`SELECT s.pair AS edge, s.n AS fact, s.act AS label, s.day, ${pairScore(options)}
  ${matching(pairRows(options, sql`s.islink`), options)}`;
