import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { severalOf } from '../query/parameters.ts';

/** Articles that are counted. */
const VALUES = 10;

export const excludedFacetsParameter = severalOf(
  ['article'],
  'Counts of the values of this parameter, beside the list; in JSON only.',
  'article',
).optional();

const Counted = z.object({
  value: z.string().describe('Id of the article.'),
  label: z.string().describe('Its title.'),
  count: z.int().min(1).describe('How many of its claims are kept out.'),
});

export const ExcludedFacets = z
  .object({
    article: z
      .array(Counted)
      .describe(`The ${VALUES} articles with the most such claims, as if this parameter were not given.`),
  })
  .meta({ id: 'ExcludedFacets', description: 'Where the claims stand that are kept out of the graph.' });

export const excludedGroups = defineRead({
  name: 'the articles with the most excluded claims',
  parameters: ['most'],
  row: Counted,
  text: cypherFile('read/excluded-groups'),
});

/** Counts the excluded claims of articles. */
export const readExcludedFacets = async (graph: Graph): Promise<z.output<typeof ExcludedFacets>> => ({
  article: await excludedGroups.rows(graph, { most: VALUES }),
});
