import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { Change, changeId } from '../model/change.ts';
import { defineQuery } from '../query/define.ts';
import { text, wholeNumber } from '../query/parameters.ts';

const changesAfter = defineRead({
  name: 'changes after a version',
  parameters: ['after', 'limit'],
  row: Change,
  text: cypherFile('read/changes'),
});

const changeBounds = defineRead({
  name: 'which changes are kept',
  parameters: ['moment'],
  row: z.object({ current: z.int(), earliest: z.int().nullable(), next: z.int().nullable() }),
  text: cypherFile('read/change-bounds'),
});

const VERSION = /^\d{1,15}$/;
const MOMENT = z.iso.datetime({ offset: true });

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
    since: text()
      .refine(
        (value) => VERSION.test(value) || MOMENT.safeParse(value).success,
        'expected a version such as 12, or a moment such as 2026-01-31T12:00:00Z',
      )
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
    const { after, current } = await startOf(graph, since);
    const rows = await changesAfter.rows(graph, { after: changeId(after), limit: limit + 1 });
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? items.at(-1)!.version : null;
    return { items, truncated: next !== null, next, version: current };
  },
  examples: [{ summary: 'What was changed so far?', request: {} }],
});

/** @throws Problem `changes-gone` where some of the changes since then are not kept. */
async function startOf(graph: Graph, since: string): Promise<{ after: number; current: number }> {
  const isVersion = VERSION.test(since);
  const moment = isVersion ? '9' : new Date(since).toISOString();
  const [bounds] = await changeBounds.rows(graph, { moment });
  const { current, earliest, next } = bounds!;
  const first = earliest ?? current + 1;
  const after = isVersion ? Number(since) : (next ?? current + 1) - 1;
  const isGone = isVersion ? after < first - 1 && after > 0 : next === first && first > 1;
  if (isGone || after > current)
    throw new Problem(
      'changes-gone',
      after > current
        ? `The graph is at version ${current}: it was made anew since ${since}.`
        : `Changes are kept from version ${first} on, and some after ${since} are gone.`,
    );
  return { after, current };
}
