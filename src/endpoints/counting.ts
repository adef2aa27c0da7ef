import { z } from 'zod';
import { defineRead, type Graph, type Parameters } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { type PairForm, statementPairs } from '../db/fragments.ts';
import { EVENTS_AS_STATEMENTS, RELATIONS_AS_STATEMENTS, STATEMENTS } from '../db/indexes.ts';
import {
  type AccessTable,
  countVariantsOf,
  frameVariantsOf,
  matchOf,
  type SeekOptions,
  scanEndOf,
  scanShare,
} from '../db/seek.ts';
import { MAX_HITS } from '../limits.ts';
import { count } from '../model/numbers.ts';
import { present } from '../query/define.ts';
import { dateSpan, keptWithoutDate } from '../query/page.ts';
import { type AssertionFilters, assertedOf } from './assertion-filters.ts';
import { countedAs, type StatementFilters, statementParameters } from './statement-filters.ts';

/** Statements, events or relations that are counted at most. */
export const MAX_COUNTED = 100_000;

/** What a count says of what it left out. */
export const Sampled = z
  .boolean()
  .describe(
    `Whether the counts leave something out: of each kind no more than the newest ${MAX_COUNTED} that the filters lead to are counted, and with \`q\` no more than the best ${MAX_HITS}.`,
  );

export const SAMPLING_RULE = `No more than the newest ${MAX_COUNTED} statements that the filters lead to are counted, and with \`q\` the best ${MAX_HITS}; where there are more, \`sampled\` says so.`;

/** What is counted: the options of its text, and its parameters. */
export interface Count {
  options: SeekOptions;
  bind: Parameters & { scan: number };
}

function countOf(table: AccessTable, parameters: Parameters, range: { low: string; high: string }): Count {
  const options = { given: present(parameters).sort(), descending: true };
  const scan = scanShare(MAX_COUNTED, table, options, parameters);
  return { options, bind: { ...parameters, ...range, scan } };
}

const daysOf = ({ saidFrom: from, saidTo: to, undated }: StatementFilters) => ({ from, to, undated });
const spanOf = (filters: StatementFilters) => dateSpan(daysOf(filters));

/** The newest statements that match, dated and undated at once. */
export const statementCount = (filters: StatementFilters): Count =>
  countOf(STATEMENTS, { ...statementParameters(filters), saidFrom: filters.saidFrom }, spanOf(filters));

/** The filters of statements that are asked of events and relations, and by whom those are asserted. */
type FactFilters = StatementFilters & Pick<AssertionFilters, 'assertedBy'>;

/** Filters by who is thought to have said something, and by how it is quoted: only a statement can match them. */
const matchOnlyStatements = (filters: StatementFilters) =>
  ONLY_OF_STATEMENTS.some((name) => filters[name] !== undefined);

const ONLY_OF_STATEMENTS = ['quoteType', 'maxConfidence', 'flag', 'contested', 'unattributed', 'at'] as const;

/** The newest events that match, or nothing where no event can. */
export function eventCount({ assertedBy, ...filters }: FactFilters): Count | undefined {
  if (matchOnlyStatements(filters)) return undefined;
  const parameters = statementParameters({ ...filters, attribution: 'preferred', aboutAs: 'any' });
  const asserted = assertedOf({ assertedBy, minConfidence: filters.minConfidence });
  return countOf(
    EVENTS_AS_STATEMENTS,
    { ...parameters, asserted, saidFrom: filters.saidFrom },
    spanOf(filters),
  );
}

/** Relations that match, which have neither an act nor a text, or nothing where none can. */
export function relationCount({ assertedBy, ...filters }: FactFilters): Count | undefined {
  const { act, polarity, q, saidFrom, saidTo } = filters;
  const askForMore = act !== undefined || polarity !== undefined || q !== undefined;
  if (matchOnlyStatements(filters) || askForMore) return undefined;
  const kept = keptWithoutDate(daysOf(filters));
  const parameters = {
    ...statementParameters({ ...filters, attribution: 'preferred', aboutAs: 'any' }),
    ...{ saidFrom, saidTo },
    asserted: assertedOf({ assertedBy, minConfidence: filters.minConfidence }),
    dated: kept === 'exclude' ? true : undefined,
    undated: kept === 'only' ? true : undefined,
  };
  return countOf(RELATIONS_AS_STATEMENTS, parameters, { low: '', high: '\uffff' });
}

const scanEnds = (what: string, table: AccessTable) =>
  defineRead({
    name: `how far a count of ${what} goes`,
    parameters: ['low', 'high', 'scan'],
    row: z.object({ scanEnd: z.string().nullable(), scanned: z.int() }),
    text: (options: SeekOptions) => scanEndOf(table, options),
    variants: countVariantsOf(table),
  });

export const statementScans = scanEnds('statements', STATEMENTS);
export const eventScans = scanEnds('events', EVENTS_AS_STATEMENTS);
export const relationScans = scanEnds('relations', RELATIONS_AS_STATEMENTS);

/** Whether what is counted goes on behind what a count looks at. */
export async function isSampled(
  graph: Graph,
  scans: ReturnType<typeof scanEnds>,
  { options, bind }: Count,
): Promise<boolean> {
  const isSearch = bind.q !== undefined;
  if (bind.article !== undefined && !isSearch) return false;
  const most = isSearch ? MAX_HITS - 1 : bind.scan;
  const ends = await scans.rows(graph, { ...bind, scan: most + 1 }, options);
  return ends.some(({ scanned }) => scanned > most);
}

/** Whether more statements match than are counted. */
export const areStatementsSampled = (graph: Graph, filters: StatementFilters) =>
  isSampled(graph, statementScans, statementCount(filters));

export const countedStatements = defineRead({
  name: 'how many statements match, of those that are counted',
  parameters: ['low', 'high', 'scan', 'cap'],
  row: z.object({ of: z.int() }),
  text: (options: SeekOptions) =>
    filled('read/statement-count', { statements: matchOf(STATEMENTS, options) }),
  variants: countVariantsOf(STATEMENTS),
});

/** What counts of statements have beside their rows. */
export const countMeta = {
  shape: {
    total: count.describe('How many statements match and were counted, each once.'),
    sampled: Sampled,
  },
  read: async (graph: Graph, filters: StatementFilters) => {
    const { options, bind } = statementCount(filters);
    const [[counted], sampled] = await Promise.all([
      countedStatements.rows(graph, { ...bind, cap: MAX_COUNTED }, options),
      areStatementsSampled(graph, filters),
    ]);
    return { total: counted!.of, sampled };
  },
  reads: [countedStatements, statementScans],
};

/** How the speakers and targets of statements are read. */
export interface SourceOptions extends SeekOptions, Pick<PairForm, 'any' | 'as'> {}

/** How pairs of speaker and target are counted. */
export interface PairOptions extends SourceOptions {
  /** Whether only pairs of some types of speaker or of target count. */
  speakerType: boolean;
  targetType: boolean;
}

/** The pairs of the statements that match, as `source` and `target` of `s`. */
export function statementPairsOf({ any, as, ...options }: SourceOptions) {
  const isGiven = (name: string) => options.given.includes(name);
  const [speaker, anySpeaker, about] = [isGiven('speaker'), isGiven('anySpeaker'), isGiven('about')];
  return cypher`${matchOf(STATEMENTS, options)}
${statementPairs({ any, as, speaker, anySpeaker, about })}`;
}

/** The pairs that some filters ask for. */
export function pairCount(filters: StatementFilters): { options: SourceOptions; bind: Count['bind'] } {
  const { options, bind } = statementCount(filters);
  const as = countedAs(filters);
  return {
    options: { ...options, any: filters.attribution === 'any', as: as !== undefined },
    bind: { ...bind, countedAs: as },
  };
}

const ALL_TYPES = { speakerType: false, targetType: false, as: false };

export const pairVariants: PairOptions[] = [
  ...frameVariantsOf(STATEMENTS).map((options) => ({ ...options, ...ALL_TYPES, any: false })),
  ...[[], ['anySpeaker'], ['about', 'anySpeaker']].map((given) => ({
    given,
    descending: true,
    ...ALL_TYPES,
    any: true,
  })),
  { given: [], descending: true, any: false, as: true, speakerType: true, targetType: true },
];
