import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { changeEntry } from '../formats/atom-entries.ts';
import { Change, changeId, thingsOfChange } from '../model/change.ts';
import { changeBounds, sinceText, startOfChanges } from '../query/changes-since.ts';
import { defineQuery } from '../query/define.ts';
import { oneOf, wholeNumber } from '../query/parameters.ts';

const ORDERS = ['oldest', 'newest'] as const;
const ORDER_BY = { oldest: cypher`ORDER BY c.id`, newest: cypher`ORDER BY c.id DESC` };

const changesAfter = defineRead({
  name: 'changes after a version',
  parameters: ['after', 'before', 'limit'],
  row: Change,
  text: (sort: (typeof ORDERS)[number]) => filled('read/changes', { order: ORDER_BY[sort] }),
  variants: ORDERS,
});

const MOST = 500;
const USUAL = 50;
const LAST_VERSION = 999_999_999;

export const changes = defineQuery({
  kind: 'computed',
  paging: 'none',
  operationId: 'listChanges',
  tag: 'service',
  path: '/v1/changes',
  summary: 'Changes',
  description:
    'What was changed after a version or a moment, commit by commit: articles added, replaced and removed, decisions, and the entities, statements and events that they touched. `next` is the version to go on from; where it is null, `since` with `version` asks for what comes later. With `sort=newest`, the order of feeds and pages, `next` is what to pass as `before`. Changes are kept for a time: where `since` is older, the problem is `changes-gone`, and the graph is to be read anew.',
  params: z.strictObject({
    since: sinceText()
      .default('0')
      .meta({
        description: 'The version, or the moment, that the client knows; by default all that is kept.',
        examples: ['0'],
      }),
    before: wholeNumber(1, LAST_VERSION, LAST_VERSION, 'Only changes before this version.').optional(),
    sort: oneOf(ORDERS, 'Order of the versions: the oldest first, but for feeds and pages.').optional(),
    limit: wholeNumber(1, MOST, USUAL, 'How many changes are listed at most.').optional(),
  }),
  row: Change,
  atom: changeEntry,
  things: thingsOfChange,
  feedAsks: { sort: 'newest' },
  tables: {
    change: '',
    articleAdded: 'articlesAdded',
    articleReplaced: 'articlesReplaced',
    articleRemoved: 'articlesRemoved',
    entity: 'entities',
    decision: 'decisions',
    statement: 'statements',
    event: 'events',
  },
  reads: [changesAfter, changeBounds],
  meta: {
    shape: {
      next: z
        .int()
        .nullable()
        .describe('The version to pass as `since` for more, with `sort=newest` as `before`; or null.'),
      version: z.int().describe('The version of the graph.'),
    },
  },
  respond: async (graph, { since, before, sort = 'oldest', limit: given }) => {
    const limit = Number(given ?? USUAL);
    const { after, current } = await startOfChanges(graph, since);
    const bounds = { after: changeId(after), before: changeId(before ?? current + 1) };
    const rows = await changesAfter.rows(graph, { ...bounds, limit: limit + 1 }, sort);
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? items.at(-1)!.version : null;
    return { items, truncated: next !== null, next, version: current };
  },
  examples: [
    { summary: 'What was changed so far?', request: {} },
    { summary: 'What was changed last?', request: { sort: 'newest', limit: '5' } },
  ],
});
