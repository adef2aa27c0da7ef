import { z } from 'zod';
import { type CountedState, type Graph, type Parameters, parsed } from '../db/client.ts';
import { filledSql, type Sql } from '../db/sql.ts';
import type { ColumnName, GroupDetails, TalliedGroup, TallyOrder, Test } from '../db/tally-order.ts';
import type { Row } from '../model/row.ts';
import {
  type Count,
  type CountDefinition,
  columnValues,
  defineCount,
  indexOf,
  type SqlCount,
} from './count.ts';

const NumberSetRow = z.object({ words: z.array(z.int()), bits: z.array(z.number()) });

/** Finds numbers, as a column of rows has them: `numbers` is a query of one column, `n`. */
export const defineNumberSet = <Options>({
  numbers,
  ...definition
}: Omit<CountDefinition<typeof NumberSetRow, Options>, 'row'> & {
  numbers: (options: Options) => Sql;
}): SqlCount<typeof NumberSetRow, Options> =>
  defineCount({
    ...definition,
    row: NumberSetRow,
    text: (options: Options) => filledSql('read/number-set', { numbers: numbers(options) }),
  });

/** A test of rows by numbers that a query over the index finds. */
export interface SetTest<Options> {
  column: ColumnName;
  of: SqlCount<typeof NumberSetRow, Options>;
  options: Options;
}

/** What is counted in memory. */
export interface TallyPlan {
  order: TallyOrder;
  // biome-ignore lint/suspicious/noExplicitAny: each set has options of its own
  sets: readonly SetTest<any>[];
  /** The same of rows alone. */
  // biome-ignore lint/suspicious/noExplicitAny: each set has options of its own
  rowSets?: readonly SetTest<any>[];
  /** Whether groups have their most frequent acts and newest statements. */
  detailed?: boolean;
}

type TallyDefinition<S extends z.ZodType, Options> = CountDefinition<S, Options> & {
  plan: (options: Options, given: Parameters) => TallyPlan;
};

/** What was counted, and how many statements match. */
export interface Counted {
  groups: readonly DetailedGroup[];
  total: number;
}
type DetailedGroup = TalliedGroup & Partial<GroupDetails>;

/** A count of statements in memory, whose rows are made of its groups. */
export const defineTally = <S extends z.ZodType, Options>({
  plan,
  made,
  ...definition
}: TallyDefinition<S, Options> & {
  made: (counted: Counted, index: CountedState, given: Parameters, options: Options) => Promise<Row[]>;
}): Count<S, Options> => ({
  ...definition,
  rows: async (graph, given, options) => {
    const rows = await indexOf(graph).ask(graph, async (index) =>
      made(await counted(graph, index, plan(options, given), columnValues(given)), index, given, options),
    );
    return parsed(graph, definition.row, rows);
  },
});

async function counted(
  graph: Graph,
  index: CountedState,
  { order, sets, rowSets = [], detailed }: TallyPlan,
  values: Parameters,
): Promise<Counted> {
  const testsOf = (some: TallyPlan['sets']) =>
    Promise.all(some.map((set) => testOf(graph, index, set, values)));
  const [found, rowTests] = await Promise.all([testsOf(sets), testsOf(rowSets)]);
  const asked = { ...order, tests: [...found, ...order.tests], rowTests };
  const { groups, total = 0 } = await index.tally(asked);
  return { groups: detailed ? await withDetails(index, asked, groups) : groups, total };
}

async function testOf<Options>(
  graph: Graph,
  index: CountedState,
  { column, of, options }: SetTest<Options>,
  values: Parameters,
): Promise<Test> {
  const [numbers] = parsed(graph, NumberSetRow, await index.kept(of.text(options), values));
  return { column, ...numbers! };
}

async function withDetails(
  index: CountedState,
  order: TallyOrder,
  groups: TalliedGroup[],
): Promise<DetailedGroup[]> {
  const details = await index.detail(
    order,
    groups.map(({ value }) => value!),
  );
  return groups.map((group, at) => ({ ...group, ...details[at] }));
}
