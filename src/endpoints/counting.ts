import { z } from 'zod';
import { statementTotal } from '../columns/statement-counts.ts';
import { defineRead, type Graph, type Parameters } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { MAX_HITS } from '../limits.ts';
import { count } from '../model/numbers.ts';
import { present } from '../query/define.ts';
import { keptWithoutDate } from '../query/page.ts';
import { type AssertionFilters, assertedOf } from './assertion-filters.ts';
import { countedAs, type StatementFilters, statementParameters } from './statement-filters.ts';

/** What a count says of what it left out. */
export const Sampled = z
  .boolean()
  .describe(
    `Whether the counts leave something out: with \`q\` no more than the best ${MAX_HITS} hits are counted.`,
  );

export const SAMPLING_RULE = `The counts are exact. With \`q\` no more than the best ${MAX_HITS} hits are counted; where there are more, \`sampled\` says so.`;

/** What is counted: which parameters are given, and their values. */
export interface Chosen {
  given: string[];
  bind: Parameters;
  /** Whether a search has more hits than are counted. */
  sampled: boolean;
}

/** The full-text indexes that statements and events are found by. */
type Searched = 'statementText' | 'eventText';

export const statementHits = defineRead({
  name: 'the statements or events that a full-text search finds',
  parameters: ['index', 'q'],
  row: z.object({ ids: z.array(z.string()), hits: z.int() }),
  text: cypherFile('read/found'),
});

/** Filters as a count takes them: those of dates as days, and a search as the ids that it finds. */
async function chosenOf(
  graph: Graph,
  searched: Searched,
  { saidFrom, saidTo, undated }: Pick<StatementFilters, 'saidFrom' | 'saidTo' | 'undated'>,
  { q, ...parameters }: Parameters,
): Promise<Chosen> {
  const kept = keptWithoutDate({ from: saidFrom, to: saidTo, undated });
  const [found] = q === undefined ? [] : await statementHits.rows(graph, { index: searched, q });
  const bind: Parameters = {
    ...parameters,
    ...(kept === 'only'
      ? { undated: true }
      : { saidFrom, saidTo, dated: kept === 'exclude' ? true : undefined }),
    q: found?.ids,
  };
  return { given: present(bind).sort(), bind, sampled: (found?.hits ?? 0) >= MAX_HITS };
}

/** The statements that match. */
export const chosenStatements = (graph: Graph, filters: StatementFilters): Promise<Chosen> =>
  chosenOf(graph, 'statementText', filters, statementParameters(filters));

/** The filters of statements that are asked of events and relations, and by whom those are asserted. */
type FactFilters = StatementFilters & Pick<AssertionFilters, 'assertedBy'>;

/** Filters by who is thought to have said something, and by how it is quoted: only a statement can match them. */
const matchOnlyStatements = (filters: StatementFilters) =>
  ONLY_OF_STATEMENTS.some((name) => filters[name] !== undefined);

const ONLY_OF_STATEMENTS = ['quoteType', 'maxConfidence', 'flag', 'contested', 'unattributed', 'at'] as const;

const factParameters = ({ assertedBy, minConfidence, ...filters }: FactFilters): Parameters => ({
  ...statementParameters({ ...filters, attribution: 'preferred', aboutAs: 'any' }),
  asserted: assertedOf({ assertedBy, minConfidence }),
});

/** The events that match, or nothing where no event can. */
export async function chosenEvents(graph: Graph, filters: FactFilters): Promise<Chosen | undefined> {
  if (matchOnlyStatements(filters)) return undefined;
  return chosenOf(graph, 'eventText', filters, factParameters(filters));
}

/** Relations that match, which have neither an act nor a text, or nothing where none can. */
export async function chosenRelations(graph: Graph, filters: FactFilters): Promise<Chosen | undefined> {
  const { act, polarity, q } = filters;
  const askForMore = act !== undefined || polarity !== undefined || q !== undefined;
  if (matchOnlyStatements(filters) || askForMore) return undefined;
  return chosenOf(graph, 'eventText', filters, factParameters(filters));
}

/** What counts of statements have beside their rows. */
export const countMeta = {
  shape: {
    total: count.describe('How many statements match, each once.'),
    sampled: Sampled,
  },
  read: async (graph: Graph, { given, bind, sampled }: Chosen) => {
    const [counted] = await statementTotal.rows(graph, bind, { given });
    return { total: counted!.total, sampled };
  },
};

/** How speakers and targets count under some filters. */
export const pairForm = (filters: StatementFilters) => ({
  any: filters.attribution === 'any',
  as: countedAs(filters) !== undefined,
});
