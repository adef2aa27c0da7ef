import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Change, changeId } from '../model/change.ts';
import { changeBounds, sinceText, startOfChanges } from '../query/changes-since.ts';
import { defineQuery } from '../query/define.ts';
import { wholeNumber } from '../query/parameters.ts';

const changesAfter = defineRead({
  name: 'changes after a version',
  parameters: ['after', 'limit'],
  row: Change,
  text: cypherFile('read/changes'),
});

const MOST = 500;
const USUAL = 50;

export const changes = defineQuery({
  kind: 'computed',
  paging: 'none',
  operationId: 'listChanges',
  tag: 'service',
  path: '/v1/changes',
  summary: 'Changes',
  description:
    'What was changed after a version or a moment, commit by commit: articles added, replaced and removed, decisions, and the entities, statements and events that they touched. `next` is the version to go on from; where it is null, `since` with `version` asks for what comes later. Changes are kept for a time: where `since` is older, the problem is `changes-gone`, and the graph is to be read anew.',
  params: z.strictObject({
    since: sinceText()
      .default('0')
      .meta({
        description: 'The version, or the moment, that the client knows; by default all that is kept.',
        examples: ['0'],
      }),
    limit: wholeNumber(1, MOST, USUAL, 'How many changes are listed at most.').optional(),
  }),
  row: Change,
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
      next: z.int().nullable().describe('The version to pass as `since` for more, or null.'),
      version: z.int().describe('The version of the graph.'),
    },
  },
  respond: async (graph, { since, limit: given }) => {
    const limit = Number(given ?? USUAL);
    const { after, current } = await startOfChanges(graph, since);
    const rows = await changesAfter.rows(graph, { after: changeId(after), limit: limit + 1 });
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? items.at(-1)!.version : null;
    return { items, truncated: next !== null, next, version: current };
  },
  examples: [{ summary: 'What was changed so far?', request: {} }],
});
