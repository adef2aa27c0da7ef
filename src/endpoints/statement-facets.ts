import { z } from 'zod';
import { type Graph, type Row, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { EntityType } from '../model/vocabulary.ts';
import type { Plan } from '../query/define.ts';
import { severalOf } from '../query/parameters.ts';
import { COUNTED, isSampled } from './sampling.ts';

const FLAGS = { speaker: 'bySpeaker', about: 'byAbout', act: 'byAct' } as const;
type Facet = keyof typeof FLAGS;
const FACETS = Object.keys(FLAGS) as Facet[];

const VALUES = 10;
/** Statements that are counted: enough to choose a filter by, few enough for every request. */
const CAP = 10_000;

export const facetsParameter = severalOf(
  FACETS,
  'Counts of the most frequent values among all statements that match, beside the list; in JSON only.',
  'speaker,about,act',
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
        `Whether more match: no more than the newest ${CAP} are counted, of the newest ${COUNTED} that the filters lead to; with \`q\` which ones is left to the database.`,
      ),
    speaker: values.describe(`The ${VALUES} most frequent speakers, where asked for.`),
    about: values.describe(`The ${VALUES} things that most statements are about, where asked for.`),
    act: values.describe(`The ${VALUES} most frequent acts, where asked for.`),
  })
  .meta({ id: 'Facets', description: 'How often values occur among all statements that match.' });

/** Counts the values of facets among the statements that a plan finds: by a read each, which holds no list of them. */
export async function readFacets(graph: Graph, facets: Facet[], plan: Plan): Promise<Row> {
  const { flags, bind, ranges } = plan;
  const ask = (cap: number, ...by: string[]) =>
    read(graph, cypher('read/statement-facets', [...flags, ...by]), {
      ...bind,
      ...ranges?.[0],
      cap,
      values: VALUES,
    });
  const [counted, ...found] = await Promise.all([
    ask(CAP + 1),
    ...facets.map((facet) => ask(CAP, FLAGS[facet])),
  ]);
  const of = Number(counted[0]!.of);
  return {
    of: Math.min(of, CAP),
    sampled: of > CAP || (await isSampled(graph, 'statement-reach', plan)),
    ...Object.fromEntries(facets.map((facet, at) => [facet, found[at]])),
  };
}
