import { z } from 'zod';
import { StatementGroup } from '../model/sums.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging } from '../query/parameters.ts';
import { SAMPLING_RULE, Sampled } from './sampling.ts';
import { countingPlan, isCountSampled, statementFilters } from './statements.ts';

const FLAGS = {
  speaker: 'bySpeaker',
  about: 'byAbout',
  act: 'byAct',
  polarity: 'byPolarity',
  role: 'byRole',
  article: 'byArticle',
  year: 'byYear',
  month: 'byMonth',
} as const;

const GROUPS = Object.keys(FLAGS) as [keyof typeof FLAGS, ...(keyof typeof FLAGS)[]];

export const statsStatements = defineQuery({
  operationId: 'countStatements',
  tag: 'statistics',
  path: '/v1/stats/statements',
  summary: 'Statements counted by speaker, target, act, date …',
  description: `How many statements match every filter given, and how friendly or hostile they are, in groups: the largest first.

A statement is in every group that it belongs to, so where it is about several things, or its speaker holds several
roles, the counts add up to more than there are statements. Those without the property in question are the group \`null\`:
by \`year\` and \`month\` those without a date. A date of more than one day counts where its first day is, so \`2018\` counts in
January and \`1947/2025\` in 1947; where its beginning is open (\`../2018\`), it counts as undated. With
\`attribution=any\`, \`speaker\` and \`role\` count everybody whom some attribution names.

${SAMPLING_RULE}`,
  cypher: 'stats-statements',
  params: z.strictObject({
    groupBy: oneOf(GROUPS, 'What the statements of a group have in common.'),
    ...statementFilters,
    limit: paging.limit,
  }),
  row: StatementGroup,
  list: true,
  unpaged: true,
  beside: {
    shape: { sampled: Sampled },
    read: async (graph, { groupBy: _groupBy, limit: _limit, ...filters }) => ({
      sampled: await isCountSampled(graph, filters),
    }),
  },
  plan: ({ groupBy, ...filters }) => {
    const { flags, ...plan } = countingPlan(filters);
    return { ...plan, flags: [...flags, FLAGS[groupBy]] };
  },
  examples: [
    { summary: 'Who is quoted most?', request: { groupBy: 'speaker' } },
    { summary: 'Who speaks how about Pakistan?', request: { groupBy: 'speaker', about: 'Pakistan' } },
    { summary: 'What do analysts do by what they say?', request: { groupBy: 'act', speakerRole: 'analyst' } },
    { summary: 'In which years was something said?', request: { groupBy: 'year' } },
  ],
});
