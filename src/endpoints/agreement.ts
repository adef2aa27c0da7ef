import { z } from 'zod';
import { outletPairs } from '../columns/outlet-counts.ts';
import { statementTotal } from '../columns/totals.ts';
import { Agreement } from '../model/outlet.ts';
import { searchHits } from '../query/chosen.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import { COUNTED_FEED, chosenStatements, countMeta, SAMPLING_RULE } from './counting.ts';
import { OUTLET, statementFilters } from './statement-filters.ts';

export const agreement = defineQuery({
  kind: 'counted',
  paging: 'none',
  operationId: 'countAgreement',
  tag: 'statistics',
  path: '/v1/stats/agreement',
  summary: 'Which outlets report the same, and differ on its day',
  description: `Each two outlets that report a statement which matches every filter given: how many they share, for how many both give a date, for how many of those the dates exclude each other, and who published earlier; the pairs that share most first. ${OUTLET}

\`total\` counts all statements that match, those of one outlet included. ${SAMPLING_RULE}`,
  params: z.strictObject({ ...statementFilters, limit: paging.limit }),
  row: Agreement,
  noFeed: COUNTED_FEED,
  count: async (graph, filters, limit) => {
    const chosen = await chosenStatements(graph, filters);
    const [rows, beside] = await Promise.all([
      outletPairs.rows(graph, { ...chosen.bind, limit }, chosen),
      countMeta.read(graph, chosen),
    ]);
    const items = rows.map(({ oneName, oneArticle, otherName, otherArticle, ...counted }) => ({
      one: { name: oneName, article: oneArticle },
      other: { name: otherName, article: otherArticle },
      ...counted,
    }));
    return { items, ...beside };
  },
  counts: [outletPairs, statementTotal],
  reads: [searchHits],
  meta: { shape: countMeta.shape },
  examples: [
    { summary: 'Which outlets report the same, and give other days for it?', request: { minOutlets: '2' } },
  ],
});
