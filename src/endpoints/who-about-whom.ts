import { z } from 'zod';
import { tone } from '../columns/count.ts';
import { statementPairs } from '../columns/statement-pairs.ts';
import { statementTotal } from '../columns/totals.ts';
import { WhoAboutWhom } from '../model/sums.ts';
import { searchHits } from '../query/chosen.ts';
import { defineQuery } from '../query/define.ts';
import { paging } from '../query/parameters.ts';
import { countedTypes } from './counted-types.ts';
import {
  besideRows,
  COUNTED_FEED,
  chosenStatements,
  countMeta,
  pairForm,
  SAMPLING_RULE,
} from './counting.ts';
import { countedAs, statementFilters } from './statement-filters.ts';

export const whoAboutWhom = defineQuery({
  kind: 'counted',
  paging: 'none',
  operationId: 'countWhoAboutWhom',
  tag: 'statistics',
  path: '/v1/stats/who-about-whom',
  summary: 'Who speaks about whom, and how',
  description: `The matrix of speakers and targets: each pair with how many statements match every filter given and how friendly or hostile they are, the most frequent first. Pairs that do not occur are left out.

A statement about several things counts once for each of them, and one of several speakers once for each of those. It adds its score to its targets alone; about a topic it is counted, without a score. \`aboutAs\` counts only targets or only topics; where \`polarity\` is given, only targets count unless it says otherwise. Its speakers are the preferred ones; where nobody
can be named, it has the id \`null\` and the name "Not named", and so has a target that is described and not named ("these gangs"). With \`attribution=any\` everybody whom some attribution names counts. \`total\` counts each statement once, of whatever types, and also what is about nothing. \`truncated\` says whether there are more
pairs than the limit.

${SAMPLING_RULE}`,
  params: z.strictObject({
    ...statementFilters,
    ...countedTypes,
    limit: paging.limit,
  }),
  row: WhoAboutWhom,
  noFeed: COUNTED_FEED,
  count: async (graph, { speakerType, targetType, ...filters }, limit) => {
    const chosen = await chosenStatements(graph, filters);
    const types = { speakerType: speakerType !== undefined, targetType: targetType !== undefined };
    const options = { given: chosen.given, ...pairForm(filters), ...types };
    const asked = { ...chosen.bind, limit, countedAs: countedAs(filters), speakerType, targetType };
    const rows = await statementPairs.rows(graph, asked, options);
    return { items: rows.map(pairItem), ...(await besideRows(graph, chosen, rows)) };
  },
  counts: [statementPairs, statementTotal],
  reads: [searchHits],
  meta: { shape: countMeta.shape },
  examples: [
    { summary: 'Who speaks about whom?', request: {} },
    { summary: 'Who criticizes whom?', request: { act: '11' } },
    {
      summary: 'Which people speak about which countries?',
      request: { speakerType: 'Person', targetType: 'Country' },
    },
  ],
});

const pairItem = (row: z.output<typeof statementPairs.row>): z.output<typeof WhoAboutWhom> => ({
  speaker: { id: row.speakerId, name: row.speakerName ?? 'Not named', type: row.speakerType },
  target: { id: row.targetId, name: row.targetName ?? 'Not named', type: row.targetType },
  count: row.count,
  ...tone(row),
});
