import { z } from 'zod';
import { eventBuckets, statementBuckets } from '../columns/fact-counts.ts';
import type { Graph } from '../db/client.ts';
import { Problem } from '../errors.ts';
import {
  endOf,
  INTERVALS,
  type Interval,
  intervalsBetween,
  later,
  startOf,
  TimeBucket,
  Undated,
} from '../model/time-bucket.ts';
import { type Chosen, searchHits } from '../query/chosen.ts';
import { defineQuery, Sampled } from '../query/define.ts';
import { firstDay, lastDay, oneOf } from '../query/parameters.ts';
import { COUNTED_FEED, chosenEvents, chosenStatements, SAMPLING_RULE } from './counting.ts';
import { statementFilters } from './statement-filters.ts';

const MAX_BUCKETS = 3660;

export const timeline = defineQuery({
  kind: 'computed',
  paging: 'none',
  operationId: 'getTimeline',
  tag: 'statistics',
  path: '/v1/timeline',
  summary: 'How much was said and happened, day by day or year by year',
  description: `Statements and events that match every filter given, counted by the day, week (ISO 8601, from Monday), month or year that they begin in. Without \`from\` and \`to\` the line reaches from the first to the last of them; every interval between is there, with zeros where nothing was said. There are at most ${MAX_BUCKETS} intervals: of more, the newest are answered, and \`truncated\` says so; where both \`from\` and \`to\` are given, they have to be near enough to each other.

A date of more than one day counts once, where its first day is: \`2018\` counts on 1 January 2018, and \`1947/2025\` in 1947.
\`from\` and \`to\` go by that first day, whereas \`saidFrom\` and \`saidTo\` take what may have been said within them. What has
no date, or one whose beginning is open (\`../2018\`), is in no interval and is counted as \`undated\`, in JSON;
with \`undated=include\` it is the last row too, without a day.

The filters hold for events too: \`speaker\` is who acts, \`about\` who takes part, and dates, acts and articles are those of the
event. Where a filter asks for what no event has, such as \`quoteType\` or \`at\`, no event matches.

${SAMPLING_RULE}`,
  params: z.strictObject({
    interval: oneOf(INTERVALS, 'Length of the intervals.').default('month'),
    from: firstDay('Where the line begins.', '2015').optional(),
    to: lastDay('Where the line ends.', '2025-06').optional(),
    ...statementFilters,
  }),
  row: TimeBucket,
  noFeed: COUNTED_FEED,
  meta: {
    shape: {
      undated: Undated.describe('What matches but has no place in time.'),
      sampled: Sampled,
    },
  },
  reads: [searchHits],
  counts: [statementBuckets, eventBuckets],
  respond: async (graph, { interval, from, to, ...filters }) => {
    const line = { interval, from, to };
    const [chosen, ofEvents] = await Promise.all([
      chosenStatements(graph, filters),
      chosenEvents(graph, filters),
    ]);
    const [statements, events] = await Promise.all([
      countedBy(graph, statementBuckets, chosen, line),
      ofEvents ? countedBy(graph, eventBuckets, ofEvents, line) : new Map<string | null, number>(),
    ]);
    const found = [...statements.keys(), ...events.keys()].filter((start) => start !== null).sort();
    const first = from === undefined ? found[0] : startOf(interval, from);
    const last = to === undefined ? found.at(-1) : startOf(interval, to);
    const size =
      first === undefined || last === undefined || first > last ? 0 : intervalsBetween(interval, first, last);
    const truncated = size > MAX_BUCKETS;
    if (truncated && from !== undefined && to !== undefined) throw tooLong(interval, first!, last!, size);
    const shown = Math.min(size, MAX_BUCKETS);
    const dated = Array.from({ length: shown }, (_, at) => {
      const start = later(interval, last!, at + 1 - shown);
      return {
        start,
        end: endOf(interval, start),
        statements: statements.get(start) ?? 0,
        events: events.get(start) ?? 0,
      };
    });
    const undated = { statements: statements.get(null) ?? 0, events: events.get(null) ?? 0 };
    const items =
      filters.undated === 'include' || filters.undated === 'only'
        ? [...dated, { start: null, end: null, ...undated }]
        : dated;
    return { items, truncated, undated, sampled: chosen.sampled || (ofEvents?.sampled ?? false) };
  },
  examples: [
    {
      summary: 'In which years since 2015 was something said?',
      request: { interval: 'year', from: '2015' },
    },
    {
      summary: 'How much was said about Pakistan in 2018, month by month?',
      request: { about: 'Pakistan', from: '2018', to: '2018' },
    },
  ],
});

/** How many begin in each interval; those that are undated under null. */
async function countedBy(
  graph: Graph,
  buckets: typeof statementBuckets,
  { given, bind }: Chosen,
  { interval, from, to }: { interval: Interval; from?: string; to?: string },
): Promise<Map<string | null, number>> {
  const options = { given, interval, from: from !== undefined, to: to !== undefined };
  const rows = await buckets.rows(graph, { ...bind, from, to }, options);
  return new Map(rows.map(({ start, count }) => [start, count]));
}

/** Says which interval would fit, where a line of those asked for would have too many. */
function tooLong(interval: Interval, first: string, last: string, size: number): Problem {
  const coarser = INTERVALS.slice(INTERVALS.indexOf(interval) + 1);
  const fitting = coarser.find(
    (one) => intervalsBetween(one, startOf(one, first), startOf(one, last)) <= MAX_BUCKETS,
  );
  const detail = `From ${first} to ${endOf(interval, last)} there are ${size} intervals of a ${interval}, and at most ${MAX_BUCKETS} are answered.`;
  const expected = [fitting && `interval=${fitting}`, 'a later `from` or an earlier `to`'];
  return new Problem('invalid-parameter', detail, [
    { parameter: 'interval', detail, expected: expected.filter(Boolean).join(', or '), nearest: fitting },
  ]);
}
