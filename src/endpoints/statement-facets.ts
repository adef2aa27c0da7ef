import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { FACET_VALUES, groupsOfTypes } from '../db/fragments.ts';
import { STATEMENTS } from '../db/indexes.ts';
import { frameVariantsOf, matchOf, type SeekOptions } from '../db/seek.ts';
import { ACTS } from '../model/act.ts';
import { EntityType } from '../model/vocabulary.ts';
import { severalOf } from '../query/parameters.ts';
import { type CountedTypes, typesOf } from './counted-types.ts';
import { countedStatements, isSampled, MAX_COUNTED, statementCount, statementScans } from './counting.ts';
import { countedAs, type StatementFilters } from './statement-filters.ts';

const FACETS = ['speaker', 'about', 'act'] as const;
type Facet = (typeof FACETS)[number];

const VALUES = 10;
/** Statements that are counted: enough to choose a filter by, few enough for every request. */
const MAX_FACETED = 10_000;

export const facetsParameter = severalOf(
  FACETS,
  'Counts of the most frequent values among all statements that match, beside the list; in JSON only.',
  'speaker',
  'about',
  'act',
).optional();

const values = z
  .array(
    z
      .object({
        value: z.string().describe('What the parameter of this name takes: an id, or a CAMEO code.'),
        label: z.string().describe('What it is called.'),
        type: z.enum([...EntityType.options, 'Event', 'Act']).describe('What kind of thing it is.'),
        count: z.number().int().min(1).describe('In how many statements it occurs.'),
      })
      .meta({ id: 'FacetValue', description: 'A value and how often it occurs.' }),
  )
  .optional();

export const Facets = z
  .object({
    of: z.number().int().min(0).describe('How many statements were counted.'),
    sampled: z
      .boolean()
      .describe(
        `Whether more match: no more than the newest ${MAX_FACETED} are counted, of the newest ${MAX_COUNTED} that the filters lead to; with \`q\` which ones is left to the database.`,
      ),
    speaker: values.describe(`The ${VALUES} most frequent speakers, where asked for.`),
    about: values.describe(
      `The ${VALUES} things that most statements are about, where asked for: as \`aboutAs\` has it, and targets alone where \`polarity\` is given.`,
    ),
    act: values.describe(`The ${VALUES} most frequent acts, where asked for.`),
  })
  .meta({ id: 'Facets', description: 'How often values occur among all statements that match.' });

interface FacetOptions extends SeekOptions {
  /** Whether only values of some types count. */
  typed: boolean;
  value: keyof typeof FACET_VALUES;
}

const facetValues = defineRead({
  name: 'the most frequent values of a facet',
  parameters: ['low', 'high', 'scan', 'cap', 'values', 'countedAs', 'types'],
  row: z.object({
    value: z.string(),
    label: z.string().nullable(),
    type: z.enum([...EntityType.options, 'Event']),
    count: z.int(),
  }),
  text: ({ value, typed, ...options }: FacetOptions) =>
    filled('read/statement-facets', {
      statements: matchOf(STATEMENTS, options),
      value: FACET_VALUES[value],
      types: typed ? groupsOfTypes(cypher`value`) : cypher``,
    }),
  variants: [
    ...frameVariantsOf(STATEMENTS).map((options) => ({
      ...options,
      value: 'speaker' as const,
      typed: false,
    })),
    ...(['anySpeaker', 'about', 'aboutAs', 'act'] as const).map((value) => ({
      given: [],
      descending: true,
      value,
      typed: value !== 'act',
    })),
  ],
});

export const facetReads = [facetValues, countedStatements, statementScans];

/** Counts the values of facets among the statements that match: by a read each, which holds no list of them. */
export async function readFacets(
  graph: Graph,
  facets: Facet[],
  { speakerType, targetType, ...filters }: StatementFilters & CountedTypes,
) {
  const count = statementCount(filters);
  const { options, bind } = count;
  const as = countedAs(filters);
  const values = {
    speaker: filters.attribution === 'any' ? 'anySpeaker' : 'speaker',
    about: as ? 'aboutAs' : 'about',
    act: 'act',
  } as const;
  const valuesOf = async (facet: Facet) => {
    const types = typesOf({ speakerType, targetType }, facet);
    const limits = { cap: MAX_FACETED, values: VALUES, countedAs: as, types };
    const value = values[facet];
    const typed = types !== undefined;
    const rows = await facetValues.rows(graph, { ...bind, ...limits }, { ...options, value, typed });
    return facet === 'act' ? rows.map((row) => ({ ...row, ...actLabel(row.value) })) : rows;
  };
  const [[counted], ...found] = await Promise.all([
    countedStatements.rows(graph, { ...bind, cap: MAX_FACETED + 1 }, options),
    ...facets.map(valuesOf),
  ]);
  const { of } = counted!;
  return {
    of: Math.min(of, MAX_FACETED),
    sampled: of > MAX_FACETED || (await isSampled(graph, statementScans, count)),
    ...Object.fromEntries(facets.map((facet, at) => [facet, found[at]])),
  };
}

const actLabel = (code: string) => ({ label: ACTS.get(code)!.label, type: 'Act' });
