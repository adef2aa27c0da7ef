import { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { rowsOfPage, withStatementJson } from '../db/statement-json.ts';
import { statementNode } from '../formats/json-ld/statement.ts';
import { ACTS, PLOVER_EVENT_TYPES } from '../model/act.ts';
import { intervalsReaching } from '../model/interval-class.ts';
import { Statement } from '../model/statement.ts';
import { Polarity, QuoteType, RoleKind } from '../model/vocabulary.ts';
import { dateRanges, dateSpan } from '../query/date-ranges.ts';
import { defineQuery, present } from '../query/define.ts';
import {
  day,
  entity,
  entityOrEvent,
  flag,
  fraction,
  oneOf,
  paging,
  searchText,
  slug,
  text,
} from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';
import { COUNTED, isSampled } from './sampling.ts';
import { Facets, facetsParameter, readFacets } from './statement-facets.ts';

const beginsCameoCode = (part: string) =>
  /^\d{2,4}$/.test(part) && [...ACTS.keys()].some((code) => code.startsWith(part));

const acts = text()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => beginsCameoCode(part) || PLOVER_EVENT_TYPES.has(part.toUpperCase())),
    {
      error: `expected CAMEO codes such as 05 or 051, or PLOVER event types (${[...PLOVER_EVENT_TYPES].join(', ')}), separated by commas`,
    },
  )
  .meta({
    description:
      'What the speaker does by saying it: CAMEO codes or their beginnings, or PLOVER event types, separated by commas. 051 is praise, 111 criticism.',
    examples: ['051,111'],
  });

/** The filters of statements, which apply wherever statements are listed or counted. */
export const statementFilters = {
  speaker: entity('Who said it.', 'Kurilla').optional(),
  about: entityOrEvent('Whom or what it is about.', 'pakistan').optional(),
  speakerRole: RoleKind.meta({ description: 'Kind of a role that the speaker holds or held.' }).optional(),
  act: acts.optional(),
  polarity: Polarity.meta({ description: 'Sign of the Goldstein score of the act.' }).optional(),
  quoteType: QuoteType.meta({ description: 'Statements with a rendering of this type.' }).optional(),
  saidFrom: day('Said on this day or later.', '2018-01-01').optional(),
  saidTo: day('Said on this day or earlier.', '2018-12-31').optional(),
  includeUndated: flag(
    'Whether statements without a date stay in when a day is given; false by default.',
  ).optional(),
  reportedFrom: day('Reported by an article published on this day or later.', '2025-01-01').optional(),
  reportedTo: day('Reported by an article published on this day or earlier.', '2026-12-31').optional(),
  article: slug('Id of an article that reports it.', 'shifting-sands').optional(),
  q: searchText(
    'Words that it contains, all of them; phrases in double quotes.',
    'counterterrorism',
  ).optional(),
  attribution: oneOf(
    ['preferred', 'any', 'contested'],
    'Which attributions count: the preferred one, any of them, or only statements whose attributions name different speakers.',
  )
    .default('preferred')
    .optional(),
  minConfidence: fraction('Least confidence of the preferred attribution.', 0.5).optional(),
};

const Filters = z.object(statementFilters);

export type StatementFilters = z.output<typeof Filters>;

/** Statements that one page looks at where most of them do not match; the next page goes on from there. */
const MAX_SCANNED = 20_000;
/** Filters that are checked on the way, whatever drives the query, or may be. */
const CHECKED = [
  ...['speakerRole', 'act', 'polarity', 'quoteType', 'contested'],
  ...['saidFrom', 'reportedFrom', 'reportedTo', 'minConfidence'],
];

/** The codes that CAMEO codes, beginnings of them and PLOVER event types stand for. */
const codesOf = (parts: string[]) =>
  [...ACTS.values()]
    .filter(({ cameo, plover }) =>
      parts.some((part) => (/^\d/.test(part) ? cameo.startsWith(part) : plover === part.toUpperCase())),
    )
    .map(({ cameo }) => cameo);

/** The filters as flags and parameters of `statement-filters.cypher`. */
export function statementPlan(filters: StatementFilters) {
  const { speaker, act, attribution = 'preferred', q, ...rest } = filters;
  const derived = {
    ...rest,
    q: q === undefined ? undefined : fullTextQuery(q),
    speaker: attribution === 'preferred' ? speaker : undefined,
    anySpeaker: attribution === 'preferred' ? undefined : speaker,
    codes: act && codesOf(act),
  };
  const flags = present(derived);
  if (act) flags.push('act');
  if (attribution !== 'preferred') flags.push('anyAttribution');
  if (attribution === 'contested') flags.push('contested');
  if (q !== undefined || rest.article !== undefined) flags.push('searched');
  return { flags, bind: derived };
}

/** Whether filters are checked that no index helps with. */
const mayLookLong = (flags: string[]) =>
  !flags.includes('searched') && CHECKED.some((flag) => flags.includes(flag));

/** The flag of the index that drives the query where no other filter has one. */
function drivenBy(flags: string[]): string[] {
  const driven = ['searched', 'about', 'speaker', 'anySpeaker', 'contested'];
  if (flags.some((flag) => driven.includes(flag))) return [];
  if (flags.includes('act')) return ['actDriven'];
  return flags.includes('polarity') ? ['polarityDriven'] : [];
}

/** The same for what counts statements: the newest of them, dated and undated at once. */
export function countingPlan(filters: StatementFilters) {
  const { saidFrom: from, saidTo: to, includeUndated } = filters;
  const { flags, bind } = statementPlan(filters);
  const driven = drivenBy(flags);
  const scan = driven.includes('actDriven') ? Math.ceil(COUNTED / bind.codes!.length) : COUNTED;
  return {
    flags: [...flags, ...driven],
    bind: { ...bind, scan },
    ranges: [dateSpan({ from, to, includeUndated })],
  };
}

/** Whether more statements match than are counted. */
export const isCountSampled = (graph: Graph, filters: StatementFilters) =>
  isSampled(graph, 'statement-reach', countingPlan(filters));

export const statements = defineQuery({
  operationId: 'listStatements',
  tag: 'statements',
  path: '/v1/statements',
  summary: 'Who said what about whom, and when',
  description:
    'Statements that match every filter given, in the order of the day they were said; those without a date come last.',
  cypher: 'statements',
  searchedIn: 'statementText',
  params: z.strictObject({
    ...statementFilters,
    sort: oneOf(['newest', 'oldest'], 'Order of the day it was said.').default('newest').optional(),
    facets: facetsParameter,
    ...paging,
  }),
  row: Statement,
  list: true,
  stored: { rows: rowsOfPage, complete: withStatementJson },
  jsonld: statementNode,
  beside: {
    shape: { facets: Facets.optional().describe('Counts among all statements that match, where asked for.') },
    read: async (graph, { facets, sort: _sort, limit: _limit, cursor: _cursor, ...filters }) =>
      facets ? { facets: await readFacets(graph, facets, countingPlan(filters)) } : {},
  },
  plan: ({ sort = 'newest', facets: _facets, ...filters }) => {
    const { saidFrom: from, saidTo: to, includeUndated } = filters;
    const { flags, bind } = statementPlan(filters);
    const descending = sort === 'newest';
    return {
      flags: [...flags, ...drivenBy(flags), sort, 'paged'],
      bind: { ...bind, scan: MAX_SCANNED, intervals: from && intervalsReaching(from) },
      ranges: dateRanges({ from, to, includeUndated, descending }).map((range) =>
        range.multiDay ? { ...range, flags: [...flags, sort, 'multiDay'] } : range,
      ),
      ...(mayLookLong(flags) && { reach: 'statement-reach' }),
      descending,
    };
  },
  examples: [
    { summary: 'Who said what about Pakistan?', request: { about: 'Pakistan' } },
    { summary: 'What did Kurilla say about Pakistan?', request: { speaker: 'Kurilla', about: 'Pakistan' } },
    { summary: 'What was said in 2018?', request: { saidFrom: '2018-01-01', saidTo: '2018-12-31' } },
    { summary: 'Who praised and who criticized whom?', request: { act: '051,111' } },
    {
      summary: 'What did analysts say about the United States?',
      request: { speakerRole: 'analyst', about: 'the United States' },
    },
    { summary: 'Which attributions are contested, and why?', request: { attribution: 'contested' } },
    { summary: 'What was said about General Munir, and by whom?', request: { about: 'General Munir' } },
    {
      summary: 'Who speaks most about Pakistan, and what do they do by it?',
      request: { about: 'Pakistan', facets: 'speaker,act', limit: '5' },
    },
  ],
});
