import { statementTotal } from '../columns/totals.ts';
import type { Graph, Parameters } from '../db/client.ts';
import { MAX_HITS } from '../limits.ts';
import { count } from '../model/numbers.ts';
import { type Chosen, chosenOf } from '../query/chosen.ts';
import { Sampled } from '../query/define.ts';
import { dayParameters } from '../query/page.ts';
import { type AssertionFilters, assertedOf } from './assertion-filters.ts';
import { countedAs, type StatementFilters, statementParameters } from './statement-filters.ts';

export const SAMPLING_RULE = `The counts are exact. With \`q\` no more than the best ${MAX_HITS} hits are counted; where there are more, \`sampled\` says so.`;

/** Why counts have no feed. */
export const COUNTED_FEED =
  'counts have no entries; what they count is followed by the feed of /v1/statements with the same filters';

const daysOf = ({ saidFrom: from, saidTo: to, undated }: StatementFilters) =>
  dayParameters({ from, to, undated });

/** The statements that match. */
export const chosenStatements = (graph: Graph, filters: StatementFilters): Promise<Chosen> =>
  chosenOf(graph, 'statementText', { ...statementParameters(filters), ...daysOf(filters) });

/** The filters of statements that are asked of events and relations, and by whom those are asserted. */
type FactFilters = StatementFilters & Pick<AssertionFilters, 'assertedBy'>;

/** Filters by who is thought to have said something, by whom it is aimed at, and by how it is quoted: only a statement can match them. */
const matchOnlyStatements = (filters: StatementFilters) =>
  ONLY_OF_STATEMENTS.some((name) => filters[name] !== undefined);

const ONLY_OF_STATEMENTS = [
  ...(['quoteType', 'maxConfidence', 'flag', 'contested', 'unattributed', 'at'] as const),
  ...(['unnamedTarget', 'targetRole', 'targetOf', 'targetCountry'] as const),
  ...(['onlyOutlet', 'firstOutlet', 'minOutlets', 'maxOutlets', 'changedSince'] as const),
] as const;

const factParameters = ({ assertedBy, minConfidence, ...filters }: FactFilters): Parameters => ({
  ...statementParameters({ ...filters, attribution: 'preferred', aboutAs: 'any' }),
  ...daysOf({ ...filters, attribution: 'preferred' }),
  asserted: assertedOf({ assertedBy, minConfidence }),
});

/** The events that match, or nothing where no event can. */
export async function chosenEvents(graph: Graph, filters: FactFilters): Promise<Chosen | undefined> {
  if (matchOnlyStatements(filters)) return undefined;
  return chosenOf(graph, 'eventText', factParameters(filters));
}

/** Relations that match, which have neither an act nor a text, or nothing where none can. */
export async function chosenRelations(graph: Graph, filters: FactFilters): Promise<Chosen | undefined> {
  const { act, polarity, q } = filters;
  const askForMore = act !== undefined || polarity !== undefined || q !== undefined;
  if (matchOnlyStatements(filters) || askForMore) return undefined;
  return chosenOf(graph, 'eventText', factParameters(filters));
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

/** What counts have beside their rows, each of which tells it too. */
export const besideRows = async (graph: Graph, chosen: Chosen, [first]: readonly { of: number }[]) =>
  first ? { total: first.of, sampled: chosen.sampled } : countMeta.read(graph, chosen);

/** How speakers and targets count under some filters. */
export const pairForm = (filters: StatementFilters) => ({
  any: filters.attribution === 'any',
  as: countedAs(filters) !== undefined,
});
