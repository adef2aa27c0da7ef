import { z } from 'zod';
import { WhoAboutWhom } from '../model/sums.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import { SAMPLING_RULE, Sampled } from './sampling.ts';
import { countingPlan, isCountSampled, statementFilters } from './statements.ts';

export const whoAboutWhom = defineQuery({
  operationId: 'countWhoAboutWhom',
  tag: 'statistics',
  path: '/v1/stats/who-about-whom',
  summary: 'Who speaks about whom, and how',
  description: `The matrix of speakers and targets: each pair with how many statements match every filter given and how friendly or hostile they are, the most frequent first. Pairs that do not occur are left out.

A statement about several things counts once for each of them. Its speaker is the preferred one, or \`null\` where nobody
can be named; with \`attribution=any\` everybody whom some attribution names. \`truncated\` says whether there are more
pairs than the limit.

${SAMPLING_RULE}`,
  cypher: 'who-about-whom',
  params: z.strictObject({ ...statementFilters, limit: paging.limit }),
  row: WhoAboutWhom,
  list: true,
  unpaged: true,
  beside: {
    shape: { sampled: Sampled },
    read: async (graph, { limit: _limit, ...filters }) => ({ sampled: await isCountSampled(graph, filters) }),
  },
  plan: countingPlan,
  examples: [
    { summary: 'Who speaks about whom?', request: {} },
    { summary: 'Who criticizes whom?', request: { act: '11' } },
  ],
});
