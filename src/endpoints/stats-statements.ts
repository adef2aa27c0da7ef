import { z } from 'zod';
import { tone } from '../columns/count.ts';
import { type Grouping, type StatementGroupRow, statementGroups } from '../columns/statement-groups.ts';
import { statementTotal } from '../columns/totals.ts';
import { ACTS } from '../model/act.ts';
import { StatementGroup } from '../model/sums.ts';
import { RoleKind } from '../model/vocabulary.ts';
import { searchHits } from '../query/chosen.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, paging } from '../query/parameters.ts';
import { countedTypes, refuseIdleTypes, typesOf } from './counted-types.ts';
import { besideRows, COUNTED_FEED, chosenStatements, countMeta, SAMPLING_RULE } from './counting.ts';
import { countedAs, statementFilters } from './statement-filters.ts';

const GROUPS = ['speaker', 'about', 'act', 'polarity', 'role', 'article', 'year', 'month'] as const;
type Group = (typeof GROUPS)[number];

/** Groups that depend on which attributions count. */
const BY_ANY_ATTRIBUTION: Partial<Record<Group, Grouping>> = {
  speaker: 'anySpeaker',
  role: 'anyRole',
};

export const statsStatements = defineQuery({
  kind: 'counted',
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

By \`about\`, the group \`null\` is that of the statements that are aimed at those whom they do not name ("these gangs"), or about nothing. A statement adds its score to its targets alone: about a topic it is counted, without a score. \`aboutAs\` counts
only targets or only topics; where \`polarity\` is given, only targets count unless it says otherwise.

${SAMPLING_RULE}`,
  params: z.strictObject({
    groupBy: oneOf(GROUPS, 'What the statements of a group have in common.'),
    ...statementFilters,
    ...countedTypes,
    limit: paging.limit,
  }),
  row: StatementGroup,
  noFeed: COUNTED_FEED,
  count: async (graph, { groupBy, speakerType, targetType, ...filters }, limit) => {
    const given = { speakerType, targetType };
    refuseIdleTypes(given, 'groupBy', [groupBy]);
    const types = typesOf(given, groupBy);
    const chosen = await chosenStatements(graph, filters);
    const as = countedAs(filters);
    const byAny = filters.attribution === 'any' ? BY_ANY_ATTRIBUTION[groupBy] : undefined;
    const group = byAny ?? (groupBy === 'about' && as ? 'aboutAs' : groupBy);
    const asked = { limit, countedAs: as, types, roleKinds: RoleKind.options };
    const options = { given: chosen.given, group, typed: types !== undefined };
    const rows = await statementGroups.rows(graph, { ...chosen.bind, ...asked }, options);
    return {
      items: rows.map((row) => groupItem(row, groupBy)),
      ...(await besideRows(graph, chosen, rows)),
    };
  },
  counts: [statementGroups, statementTotal],
  reads: [searchHits],
  meta: { shape: countMeta.shape },
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
const NAMES_OF_NONE: Record<Group, string> = {
  speaker: 'Not named',
  about: 'Nothing named',
  act: 'No act',
  polarity: 'No score',
  role: 'No role',
  article: 'No article',
  year: 'Undated',
  month: 'Undated',
};

function groupItem(
  { id, name, type, of: _of, ...sums }: StatementGroupRow,
  groupBy: Group,
): z.output<typeof StatementGroup> {
  const label = groupBy === 'act' && id !== null ? ACTS.get(id)!.label : name;
  const group = { id, name: id === null ? NAMES_OF_NONE[groupBy] : label, type };
  return { group, count: sums.count, ...tone(sums) };
}
