import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { groupsOfTypes, STATEMENT_GROUPS, type StatementGrouping } from '../db/fragments.ts';
import { STATEMENTS } from '../db/indexes.ts';
import { frameVariantsOf, matchOf, type SeekOptions } from '../db/seek.ts';
import { ACTS } from '../model/act.ts';
import { StatementGroup } from '../model/sums.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging } from '../query/parameters.ts';
import { countedTypes, refuseIdleTypes, typesOf } from './counted-types.ts';
import { countMeta, SAMPLING_RULE, statementCount } from './counting.ts';
import { countedAs, statementFilters } from './statement-filters.ts';

const GROUPS = ['speaker', 'about', 'act', 'polarity', 'role', 'article', 'year', 'month'] as const;
type Group = (typeof GROUPS)[number];

/** Groups that depend on which attributions count. */
const BY_ANY_ATTRIBUTION: Partial<Record<Group, GroupOptions['group']>> = {
  speaker: 'anySpeaker',
  role: 'anyRole',
};

interface GroupOptions extends SeekOptions {
  /** Whether only groups of some types count. */
  typed: boolean;
  group: keyof typeof STATEMENT_GROUPS;
}

const groups = Object.keys(STATEMENT_GROUPS) as GroupOptions['group'][];

const countedGroups = defineRead({
  name: 'statements counted by one of their properties',
  parameters: ['low', 'high', 'scan', 'limit', 'countedAs', 'types'],
  row: StatementGroup,
  text: ({ group, typed, ...options }: GroupOptions) => {
    const { by, name, score = cypher`s.goldstein` }: StatementGrouping = STATEMENT_GROUPS[group];
    return filled('read/stats-statements', {
      statements: matchOf(STATEMENTS, options),
      group: cypher`${by}
WITH id, ${score} AS score`,
      types: typed
        ? cypher`${groupsOfTypes(cypher`id`)}
WITH id, count, scored, total, positive, negative`
        : cypher``,
      name,
    });
  },
  variants: [
    ...frameVariantsOf(STATEMENTS).map((options) => ({
      ...options,
      group: 'speaker' as const,
      typed: false,
    })),
    ...groups.flatMap((group) =>
      [true, false].map((typed) => ({ given: [], descending: true, group, typed })),
    ),
  ],
});

export const statsStatements = defineQuery({
  kind: 'table',
  paging: 'none',
  operationId: 'countStatements',
  tag: 'statistics',
  path: '/v1/stats/statements',
  summary: 'Statements counted by speaker, target, act, date …',
  description: `How many statements match every filter given, and how friendly or hostile they are, in groups: the largest first.

A statement is in every group that it belongs to, so where it is about several things, has several speakers, or its speaker holds several
roles, the counts add up to more than there are statements. Those without the property in question are the group with the id \`null\`, which has a name for charts:
by \`year\` and \`month\` those without a date. A date of more than one day counts where its first day is, so \`2018\` counts in
January and \`1947/2025\` in 1947; where its beginning is open (\`../2018\`), it counts as undated. With
\`attribution=any\`, \`speaker\` and \`role\` count everybody whom some attribution names. \`total\` counts each statement once.

By \`about\`, a statement adds its score to its targets alone: about a topic it is counted, without a score. \`aboutAs\` counts
only targets or only topics; where \`polarity\` is given, only targets count unless it says otherwise.

${SAMPLING_RULE}`,
  params: z.strictObject({
    groupBy: oneOf(GROUPS, 'What the statements of a group have in common.'),
    ...statementFilters,
    ...countedTypes,
    limit: paging.limit,
  }),
  row: StatementGroup,
  read: countedGroups,
  plan: ({ groupBy, speakerType, targetType, ...filters }) => {
    const given = { speakerType, targetType };
    refuseIdleTypes(given, 'groupBy', [groupBy]);
    const types = typesOf(given, groupBy);
    const { options, bind } = statementCount(filters);
    const as = countedAs(filters);
    const byAny = filters.attribution === 'any' ? BY_ANY_ATTRIBUTION[groupBy] : undefined;
    const group = byAny ?? (groupBy === 'about' && as ? 'aboutAs' : groupBy);
    return {
      options: { ...options, group, typed: types !== undefined },
      bind: { ...bind, countedAs: as, types },
    };
  },
  item: (row, { groupBy }) => withName(row as z.output<typeof StatementGroup>, groupBy),
  meta: {
    ...countMeta,
    read: (graph, { groupBy: _groupBy, speakerType: _by, targetType: _of, ...filters }) =>
      countMeta.read(graph, filters),
  },
  examples: [
    { summary: 'Who is quoted most?', request: { groupBy: 'speaker' } },
    { summary: 'Who speaks how about Pakistan?', request: { groupBy: 'speaker', about: 'Pakistan' } },
    { summary: 'What do analysts do by what they say?', request: { groupBy: 'act', speakerRole: 'analyst' } },
    {
      summary: 'Which countries is most said about?',
      request: { groupBy: 'about', targetType: 'Country' },
    },
    { summary: 'In which years was something said?', request: { groupBy: 'year' } },
  ],
});

/** What a chart calls the statements that have none of what they are grouped by. */
const NAMES_OF_NONE: Record<(typeof GROUPS)[number], string> = {
  speaker: 'Not named',
  about: 'About nothing',
  act: 'No act',
  polarity: 'No score',
  role: 'No role',
  article: 'No article',
  year: 'Undated',
  month: 'Undated',
};

function withName({ group, ...counts }: z.output<typeof StatementGroup>, groupBy: (typeof GROUPS)[number]) {
  const label = groupBy === 'act' && group.id !== null ? ACTS.get(group.id)!.label : group.name;
  return { group: { ...group, name: group.id === null ? NAMES_OF_NONE[groupBy] : label }, ...counts };
}
