import { z } from 'zod';
import { paging } from '../http/parameters.ts';
import { defineQuery } from '../http/query.ts';
import { WhoAboutWhom } from '../model/sums.ts';
import { CAPPED_RULE, Capped } from './capped.ts';
import { countingPlan, isCountCapped, statementFilters } from './statements.ts';

export const whoAboutWhom = defineQuery({
  operationId: 'countWhoAboutWhom',
  tag: 'statistics',
  path: '/v1/stats/who-about-whom',
  summary: 'Who speaks about whom, and how',
  description: `The matrix of speakers and targets: each pair with how many statements match every filter given and how friendly or hostile they are, the most frequent first. Pairs that do not occur are left out.

A statement about several things counts once for each of them. Its speaker is the preferred one, or \`null\` where nobody
can be named; with \`attribution=any\` everybody whom some attribution names. \`truncated\` says whether there are more
pairs than the limit.

${CAPPED_RULE}`,
  cypher: 'who-about-whom',
  params: z.strictObject({ ...statementFilters, limit: paging.limit }),
  row: WhoAboutWhom,
  list: true,
  unpaged: true,
  beside: {
    shape: { capped: Capped },
    read: async (graph, { limit: _limit, ...filters }) => ({ capped: await isCountCapped(graph, filters) }),
  },
  plan: countingPlan,
  examples: [
    { summary: 'Who speaks about whom?', request: {} },
    { summary: 'Who criticizes whom?', request: { act: '11' } },
  ],
});
