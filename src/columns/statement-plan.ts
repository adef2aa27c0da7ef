import { z } from 'zod';
import type { Parameters } from '../db/client.ts';
import { type Sql, sql } from '../db/sql.ts';
import type { Choice, ColumnName, TallyOrder } from '../db/tally-order.ts';
import { EntityType } from '../model/vocabulary.ts';
import { conditionsOf, isOneOf, STATEMENT_CONDITIONS, things } from './conditions.ts';
import { names } from './names.ts';
import { rowTests, untested } from './row-tests.ts';
import { marks } from './tally/columns.ts';
import { defineNumberSet, type SetTest, type TallyPlan } from './tally-count.ts';

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

export const NOTHING_GIVEN: Chosen = { given: [] };

/** The statements that meet those filters that rows in memory are not enough for. */
const matchingStatements = defineNumberSet({
  name: 'which statements match',
  parameters: [],
  numbers: ({ given }: Chosen) =>
    sql`SELECT s.n FROM said s WHERE s.i = 0 AND s.j = 0 AND ${conditionsOf(STATEMENT_CONDITIONS, given)}`,
  variants: variantsOf(STATEMENT_CONDITIONS),
});

/** Entities and events: those of some ids, or of some types. */
interface ThingsOptions {
  given: readonly [name: string];
  by: 'id' | 'type';
}

const parameter = (name: string) => `$${name}` as Sql;

const matchingThings = defineNumberSet({
  name: 'which entities and events match',
  parameters: [],
  numbers: ({ given: [name], by }: ThingsOptions) =>
    by === 'id'
      ? sql`SELECT n FROM ${things(parameter(name))}`
      : sql`SELECT n FROM thing WHERE ${isOneOf(sql`type`, parameter(name))}`,
  variants: [
    ...(['speaker', 'anySpeaker', 'about'] as const).map((name) => ({
      given: [name] as const,
      by: 'id' as const,
    })),
    ...(['types', 'speakerType', 'targetType'] as const).map((name) => ({
      given: [name] as const,
      by: 'type' as const,
    })),
  ],
});

/** What is asked of the index on the way to counts of statements. */
export const partsOfCounts = [matchingStatements, matchingThings, ...Object.values(names)];

/** A test of rows by the entities and events that a parameter names. */
export const isAmong = (
  column: ColumnName,
  name: string,
  by: ThingsOptions['by'],
): SetTest<ThingsOptions> => ({
  column,
  of: matchingThings,
  options: { given: [name], by },
});

/** A plan of counting the statements that match. */
export function planOf(
  order: Omit<TallyOrder, 'tests'>,
  { given }: Chosen,
  parameters: Parameters,
  rowSets: TallyPlan['sets'] = [],
): TallyPlan {
  const others = untested(given);
  return {
    order: { ...order, tests: rowTests(given, parameters) },
    sets: others.length > 0 ? [{ column: 'n', of: matchingStatements, options: { given: others } }] : [],
    rowSets,
  };
}

/** Each statement once. */
export const ONCE = marks('once');

/** The row of something that a statement is about, where only targets or only topics count. */
export const countedAs = (as: unknown): Choice =>
  as === 'topic' ? { with: marks('about', 'topic') } : { with: marks('about'), without: marks('topic') };

/** What an entity or an event is called, and its type. */
export const nameOf = { id: z.string().nullable(), name: z.string().nullable() };
export const ThingType = z.enum([...EntityType.options, 'Event']).nullable();
