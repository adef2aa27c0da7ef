import { z } from 'zod';
import { dateRanges, dateSpan } from '../http/date-ranges.ts';
import { fullTextQuery } from '../http/full-text.ts';
import { statementNode } from '../http/json-ld-statement.ts';
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
} from '../http/parameters.ts';
import { defineQuery, present } from '../http/query.ts';
import { ACTS, PLOVER_CATEGORIES } from '../model/act.ts';
import { Statement } from '../model/statement.ts';
import { QuoteType, RoleKind, Stance } from '../model/vocabulary.ts';
import { Facets, facetsParameter, readFacets } from './statement-facets.ts';

const beginsCameoCode = (part: string) =>
  /^\d{2,4}$/.test(part) && [...ACTS.keys()].some((code) => code.startsWith(part));

const acts = text()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => beginsCameoCode(part) || PLOVER_CATEGORIES.has(part.toUpperCase())),
    {
      error: `expected CAMEO codes such as 05 or 051, or PLOVER categories (${[...PLOVER_CATEGORIES].join(', ')}), separated by commas`,
    },
  )
  .meta({
    description:
      'What the speaker does by saying it: CAMEO codes or their beginnings, or PLOVER categories, separated by commas. 051 is praise, 111 criticism.',
    examples: ['051,111'],
  });

/** The filters of statements, which apply wherever statements are listed or counted. */
export const statementFilters = {
  speaker: entity('Who said it.', 'Kurilla').optional(),
  about: entityOrEvent('Whom or what it is about.', 'pakistan').optional(),
  speakerRole: RoleKind.meta({ description: 'Kind of a role that the speaker holds or held.' }).optional(),
  act: acts.optional(),
  stance: Stance.meta({ description: 'Sign of the Goldstein score of the act.' }).optional(),
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

/** The filters as flags and parameters of `statement-filters.cypher`. */
export function statementPlan(filters: StatementFilters) {
  const { speaker, act, attribution = 'preferred', stance, q, ...rest } = filters;
  const anySpeaker = attribution === 'preferred' ? undefined : speaker;
  const derived = {
    ...rest,
    q: q === undefined ? undefined : fullTextQuery(q),
    speaker: attribution === 'preferred' ? speaker : undefined,
    anySpeaker,
    codes: act?.filter((part) => /^\d/.test(part)),
    plover: act?.filter((part) => /^\D/.test(part)).map((part) => part.toUpperCase()),
  };
  const flags = present(derived);
  if (act) flags.push('act');
  if (stance) flags.push(stance);
  if (attribution !== 'preferred') flags.push('anyAttribution');
  if (attribution === 'contested') flags.push('contested');
  if (q !== undefined || rest.article !== undefined) flags.push('searched');
  return { flags, bind: derived };
}

/** The same for what counts statements: in no order, dated and undated at once. */
export function countingPlan(filters: StatementFilters) {
  const { saidFrom: from, saidTo: to, includeUndated } = filters;
  return { ...statementPlan(filters), ranges: [dateSpan({ from, to, includeUndated })] };
}

export const statements = defineQuery({
  operationId: 'listStatements',
  tag: 'statements',
  path: '/v1/statements',
  summary: 'Who said what about whom, and when',
  description:
    'Statements that match every filter given, in the order of the day they were said; those without a date come last.',
  cypher: 'statements',
  params: z.strictObject({
    ...statementFilters,
    sort: oneOf(['newest', 'oldest'], 'Order of the day it was said.').default('newest').optional(),
    facets: facetsParameter,
    ...paging,
  }),
  row: Statement,
  list: true,
  jsonld: statementNode,
  beside: {
    shape: { facets: Facets.optional().describe('Counts among all statements that match, where asked for.') },
    read: async (graph, { facets, sort: _sort, limit: _limit, cursor: _cursor, ...filters }) =>
      facets ? { facets: await readFacets(graph, facets, countingPlan(filters)) } : {},
  },
  plan: ({ sort = 'newest', facets: _facets, ...filters }) => {
    const { flags, bind } = statementPlan(filters);
    return {
      flags: [...flags, sort],
      bind,
      ranges: dateRanges({
        from: filters.saidFrom,
        to: filters.saidTo,
        includeUndated: filters.includeUndated,
      }),
      descending: sort === 'newest',
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
