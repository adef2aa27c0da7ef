import { z } from 'zod';
import { graphTotal } from '../db/graph-total.ts';
import { EXCLUDED } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { excludedEntry } from '../formats/atom-entries.ts';
import { ListedExclusion } from '../model/excluded.ts';
import { defineQuery } from '../query/define.ts';
import { paging, several, slug } from '../query/parameters.ts';
import {
  ExcludedFacets,
  excludedFacetsParameter,
  excludedGroups,
  readExcludedFacets,
} from './excluded-facets.ts';

export const excluded = defineQuery({
  kind: 'page',
  operationId: 'listExcludedClaims',
  tag: 'articles',
  path: '/v1/excluded',
  summary: 'Claims kept out of the graph',
  description:
    'What articles claim and garble, each with the reason why it is no fact of the graph: what is left for a person to look into. In the order of ids.',
  params: z.strictObject({
    article: several(slug('Id of the article.', 'shifting-sands')).optional(),
    facets: excludedFacetsParameter,
    ...paging,
  }),
  row: ListedExclusion,
  atom: excludedEntry,
  pages: pagesOf(EXCLUDED, 'read/excluded'),
  total: { read: graphTotal('excluded claims', EXCLUDED, 'read/excluded-total') },
  meta: {
    shape: { facets: ExcludedFacets.optional().describe('Counts beside the list, where asked for.') },
    askedBy: 'facets',
    read: async (graph) => ({ facets: await readExcludedFacets(graph) }),
    reads: [excludedGroups],
  },
  plan: ({ facets: _facets, ...filters }) => ({ given: filters }),
  examples: [
    {
      summary: 'What does the record not repeat as a fact, and why?',
      request: { article: 'shifting-sands' },
    },
  ],
});
