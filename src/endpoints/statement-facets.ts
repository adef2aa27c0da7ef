import { z } from 'zod';
import { type StatementGroupRow, statementGroups } from '../columns/statement-groups.ts';
import { statementTotal } from '../columns/totals.ts';
import type { Graph } from '../db/client.ts';
import { ACTS } from '../model/act.ts';
import { EntityType } from '../model/vocabulary.ts';
import { Sampled } from '../query/define.ts';
import { severalOf } from '../query/parameters.ts';
import { type CountedTypes, typesOf } from './counted-types.ts';
import { besideRows, chosenStatements } from './counting.ts';
import { countedAs, type StatementFilters } from './statement-filters.ts';

const FACETS = ['speaker', 'about', 'act'] as const;
type Facet = (typeof FACETS)[number];

const VALUES = 10;

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
    of: z.number().int().min(0).describe('How many statements match.'),
    sampled: Sampled,
    speaker: values.describe(`The ${VALUES} most frequent speakers, where asked for.`),
    about: values.describe(
      `The ${VALUES} things that most statements are about, where asked for: as \`aboutAs\` has it, and targets alone where \`polarity\` is given.`,
    ),
    act: values.describe(`The ${VALUES} most frequent acts, where asked for.`),
  })
  .meta({ id: 'Facets', description: 'How often values occur among all statements that match.' });

export const facetCounts = [statementGroups, statementTotal];

/** Counts the values of facets among the statements that match. */
export async function readFacets(
  graph: Graph,
  facets: Facet[],
  { speakerType, targetType, ...filters }: StatementFilters & CountedTypes,
) {
  const chosen = await chosenStatements(graph, filters);
  const { given, bind } = chosen;
  const as = countedAs(filters);
  const groups = {
    speaker: filters.attribution === 'any' ? 'anySpeaker' : 'speaker',
    about: as ? 'aboutAs' : 'about',
    act: 'act',
  } as const;
  const groupsOf = (facet: Facet, at: number) => {
    const types = typesOf({ speakerType, targetType }, facet);
    // The group of those that have none is no value.
    const asked = { ...bind, limit: VALUES + 1, countedAs: as, types };
    const options = { given, group: groups[facet], typed: types !== undefined };
    return statementGroups.rows(graph, asked, { ...options, countOnly: true, groupsOnly: at > 0 });
  };
  const found = await Promise.all(facets.map(groupsOf));
  const { total, sampled } = await besideRows(graph, chosen, found[0]!);
  return {
    of: total,
    sampled,
    ...Object.fromEntries(facets.map((facet, at) => [facet, valuesOf(facet, found[at]!)])),
  };
}

const valuesOf = (facet: Facet, groups: StatementGroupRow[]) =>
  groups
    .flatMap(({ id, name, type, count }) =>
      id === null ? [] : [{ value: id, ...(facet === 'act' ? actLabel(id) : { label: name, type }), count }],
    )
    .slice(0, VALUES);

const actLabel = (code: string) => ({ label: ACTS.get(code)!.label, type: 'Act' });
