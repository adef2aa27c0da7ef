import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { raised, text } from './parameters.ts';

const VERSION = /^\d{1,15}$/;
const MOMENT = z.iso.datetime({ offset: true });

/** A version of the graph, or a moment. */
export function sinceText() {
  const schema = text().refine(
    (value) => VERSION.test(value) || MOMENT.safeParse(value).success,
    'expected a version such as 12, or a moment such as 2026-01-31T12:00:00Z',
  );
  raised.add(schema, { code: 'changes-gone' });
  return schema;
}

export const changeBounds = defineRead({
  name: 'which changes are kept',
  parameters: ['moment'],
  row: z.object({ current: z.int(), earliest: z.int().nullable(), next: z.int().nullable() }),
  text: cypherFile('read/change-bounds'),
});

/**
 * The version after which changes are those since a version or a moment, and the current one.
 * @throws Problem `changes-gone` where some of the changes since then are not kept.
 */
export async function startOfChanges(
  graph: Graph,
  since: string,
): Promise<{ after: number; current: number }> {
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
