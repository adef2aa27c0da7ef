import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { filled } from '../db/cypher.ts';
import { WhoAboutWhom } from '../model/sums.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import {
  areStatementsSampled,
  type PairOptions,
  pairVariants,
  SAMPLING_RULE,
  Sampled,
  statementCount,
  statementPairsOf,
  statementScans,
} from './counting.ts';
import { statementFilters } from './statement-filters.ts';

const countedPairs = defineRead({
  name: 'statements counted by speaker and target',
  parameters: ['low', 'high', 'scan', 'limit'],
  row: WhoAboutWhom,
  text: (options: PairOptions) => filled('read/who-about-whom', { pairs: statementPairsOf(options) }),
  variants: pairVariants,
});

export const whoAboutWhom = defineQuery({
  kind: 'table',
  paging: 'none',
  operationId: 'countWhoAboutWhom',
  tag: 'statistics',
  path: '/v1/stats/who-about-whom',
  summary: 'Who speaks about whom, and how',
  description: `The matrix of speakers and targets: each pair with how many statements match every filter given and how friendly or hostile they are, the most frequent first. Pairs that do not occur are left out.

A statement about several things counts once for each of them. Its speaker is the preferred one, or \`null\` where nobody
can be named; with \`attribution=any\` everybody whom some attribution names. \`truncated\` says whether there are more
pairs than the limit.

${SAMPLING_RULE}`,
  params: z.strictObject({ ...statementFilters, limit: paging.limit }),
  row: WhoAboutWhom,
  read: countedPairs,
  plan: (filters) => {
    const { options, bind } = statementCount(filters);
    return { options: { ...options, any: filters.attribution !== 'preferred' }, bind };
  },
  meta: {
    shape: { sampled: Sampled },
    read: async (graph, filters) => ({ sampled: await areStatementsSampled(graph, filters) }),
    reads: [statementScans],
  },
  examples: [
    { summary: 'Who speaks about whom?', request: {} },
    { summary: 'Who criticizes whom?', request: { act: '11' } },
  ],
});
