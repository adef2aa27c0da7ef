import { z } from 'zod';
import { filledSql, joinedSql, type Sql, sql } from '../db/sql.ts';
import { type Conditions, conditionsOf, days, things } from './conditions.ts';
import { defineCount } from './count.ts';
import {
  ARTICLE_CONDITIONS,
  ENTITY_CONDITIONS,
  LISTED_EVENT_CONDITIONS,
  LISTED_RELATION_CONDITIONS,
  MENTION_CONDITIONS,
} from './list-conditions.ts';
import { type Chosen, ONCE, planOf, variantsOf } from './statement-plan.ts';
import { defineTally } from './tally-count.ts';

/*
 * How long each list is: the number of all that match its filters.
 */

const Total = z.object({ total: z.int() });

const totalOf = (items: string, rows: Sql, conditions: Conditions) =>
  defineCount({
    name: `how many ${items} match`,
    parameters: [],
    row: Total,
    text: ({ given }: Chosen) =>
      filledSql('read/total', { matching: sql`${rows} AND ${conditionsOf(conditions, given)}` }),
    variants: variantsOf(conditions),
  });

export const statementTotal = defineTally({
  name: 'how many statements match',
  parameters: [],
  row: Total,
  plan: (chosen: Chosen, parameters) =>
    planOf({ choices: [{ with: ONCE }], total: true }, chosen, parameters),
  made: async ({ total }) => [{ total }],
  variants: [{ given: [] }],
});
export const eventTotal = totalOf('events', sql`FROM event v WHERE true`, LISTED_EVENT_CONDITIONS);
export const relationTotal = totalOf(
  'relations',
  sql`FROM relation l WHERE true`,
  LISTED_RELATION_CONDITIONS,
);
export const entityTotal = totalOf(
  'entities',
  sql`FROM thing e WHERE e.type IS NOT NULL AND e.type <> 'Event'`,
  ENTITY_CONDITIONS,
);
export const articleTotal = totalOf('articles', sql`FROM article a WHERE true`, ARTICLE_CONDITIONS);
export const mentionTotal = totalOf('mentions', sql`FROM mention m WHERE true`, MENTION_CONDITIONS);

const OF_ENTITY = things(sql`$id`);

/** What each kind of item of an entity's timeline is one of. */
const TIMELINE = {
  saidBy: (any: boolean) =>
    sql`SELECT s.n FROM said s WHERE s.j = 0 AND ${any ? sql`s.attributed` : sql`s.preferred`} AND s.speaker IN ${OF_ENTITY}`,
  saidAbout: () => sql`SELECT s.n FROM said s WHERE s.i = 0 AND s.target IN ${OF_ENTITY}`,
  event: () =>
    sql`SELECT v.n FROM event v WHERE v.n IN (SELECT event FROM participant WHERE entity IN ${OF_ENTITY})`,
};
type TimelineKind = keyof typeof TIMELINE;
const KINDS = Object.keys(TIMELINE) as TimelineKind[];
const DAYS_OF: Record<TimelineKind, Conditions> = {
  saidBy: days(sql`s`),
  saidAbout: days(sql`s`),
  event: days(sql`v`),
};

/** The items of an entity's timeline, of the kinds that are given; `anyAttribution` counts every speaker. */
export const timelineTotal = defineCount({
  name: 'how many items of a timeline match',
  parameters: ['id'],
  row: Total,
  text: ({ given }: Chosen) => {
    const parts = KINDS.filter((kind) => given.includes(kind)).map(
      (kind) =>
        sql`${TIMELINE[kind](given.includes('anyAttribution'))} AND ${conditionsOf(DAYS_OF[kind], given)}`,
    );
    return filledSql('read/total', { matching: sql`FROM (${joinedSql(parts, '\nUNION ALL\n')})` });
  },
  variants: [KINDS, ...KINDS.map((kind) => [kind, 'anyAttribution', ...Object.keys(DAYS_OF.event)])].map(
    (given) => ({ given }),
  ),
});
