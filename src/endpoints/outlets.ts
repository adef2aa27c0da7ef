import { z } from 'zod';
import { outletCounts } from '../columns/outlet-counts.ts';
import { statementTotal } from '../columns/totals.ts';
import { OutletCounts } from '../model/outlet.ts';
import { searchHits } from '../query/chosen.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import { COUNTED_FEED, chosenStatements, countMeta, SAMPLING_RULE } from './counting.ts';
import { OUTLET, statementFilters } from './statement-filters.ts';

export const outlets = defineQuery({
  kind: 'counted',
  paging: 'none',
  operationId: 'countOutlets',
  tag: 'statistics',
  path: '/v1/stats/outlets',
  summary: 'What each outlet reports, alone and first',
  description: `How many statements each outlet reports that match every filter given, how many of them no other outlet reports, and how many of those that others report too it reported first: the outlets that report most first. ${OUTLET} \`/v1/statements\` with \`onlyOutlet\` and \`firstOutlet\` lists them.

${SAMPLING_RULE}`,
  params: z.strictObject({ ...statementFilters, limit: paging.limit }),
  row: OutletCounts,
  noFeed: COUNTED_FEED,
  count: async (graph, filters, limit) => {
    const chosen = await chosenStatements(graph, filters);
    const [items, beside] = await Promise.all([
      outletCounts.rows(graph, { ...chosen.bind, limit }, chosen),
      countMeta.read(graph, chosen),
    ]);
    return { items, ...beside };
  },
  counts: [outletCounts, statementTotal],
  reads: [searchHits],
  meta: { shape: countMeta.shape },
  examples: [{ summary: 'Who reports what nobody else does, and who was first?', request: {} }],
});
