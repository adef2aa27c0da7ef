import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { filled } from '../db/cypher.ts';
import { pairsOfTypes } from '../db/fragments.ts';
import { WhoAboutWhom } from '../model/sums.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import { countedTypes } from './counted-types.ts';
import {
  countMeta,
  type PairOptions,
  pairCount,
  pairVariants,
  SAMPLING_RULE,
  statementPairsOf,
} from './counting.ts';
import { statementFilters } from './statement-filters.ts';

const countedPairs = defineRead({
  name: 'statements counted by speaker and target',
  parameters: ['low', 'high', 'scan', 'limit', 'speakerType', 'targetType', 'countedAs'],
  row: WhoAboutWhom,
  text: (options: PairOptions) =>
    filled('read/who-about-whom', { pairs: statementPairsOf(options), types: pairsOfTypes(options) }),
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

A statement about several things counts once for each of them, and one of several speakers once for each of those. It adds its score to its targets alone; about a topic it is counted, without a score. \`aboutAs\` counts only targets or only topics; where \`polarity\` is given, only targets count unless it says otherwise. Its speakers are the preferred ones; where nobody
can be named, it has the id \`null\` and the name "Not named". With \`attribution=any\` everybody whom some attribution names counts. \`total\` counts each statement once, of whatever types, and also what is about nothing. \`truncated\` says whether there are more
pairs than the limit.

${SAMPLING_RULE}`,
  params: z.strictObject({
    ...statementFilters,
    ...countedTypes,
    limit: paging.limit,
  }),
  row: WhoAboutWhom,
  read: countedPairs,
  plan: ({ speakerType, targetType, ...filters }) => {
    const { options, bind } = pairCount(filters);
    const types = { speakerType: speakerType !== undefined, targetType: targetType !== undefined };
    return { options: { ...options, ...types }, bind: { ...bind, speakerType, targetType } };
  },
  meta: {
    ...countMeta,
    read: (graph, { speakerType: _speakerType, targetType: _targetType, ...filters }) =>
      countMeta.read(graph, filters),
  },
  examples: [
    { summary: 'Who speaks about whom?', request: {} },
    { summary: 'Who criticizes whom?', request: { act: '11' } },
    {
      summary: 'Which people speak about which countries?',
      request: { speakerType: 'Person', targetType: 'Country' },
    },
  ],
});
