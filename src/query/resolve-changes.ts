import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { MAX_HITS } from '../limits.ts';
import { changeId } from '../model/change.ts';
import type { Row } from '../model/row.ts';
import { unwrap } from '../model/schema-reader.ts';
import { sinceText, startOfChanges } from './changes-since.ts';
import type { Query } from './define.ts';

/** What changes list the ids of. */
export type Changing = 'articles' | 'entities' | 'events' | 'statements';

/** The parameters that stand for what was changed since, and of which kind it is. */
const changing = z.registry<{ of: Changing }>();

/** What was changed after a version or a moment. */
export function changedSince(of: Changing) {
  const schema = sinceText().meta({
    description: `Only ${of} that were added or changed after a version of the graph or a moment, as \`/v1/changes\` tells them: the problem is \`changes-gone\` where some of the changes since then are not kept, where they are of more than ${MAX_HITS} ${of}, or where all was loaded anew. What was removed is in \`/v1/changes\` alone.`,
    examples: ['2026-01-31T12:00:00Z'],
  });
  changing.add(schema, { of });
  return schema;
}

export const changedIds = defineRead({
  name: 'ids of what was changed after a version',
  parameters: ['after', 'of', 'limit'],
  row: z.object({ ids: z.array(z.string()), isBulk: z.boolean() }),
  text: cypherFile('read/changed-ids'),
});

/** Prepares what puts the ids of what was changed in the place of a version or a moment. */
export function changesResolver(query: Query): (graph: Graph, params: Row) => Promise<Row> {
  const schema = query.params.shape.changedSince;
  const of = schema && changing.get(unwrap(schema))?.of;
  return async (graph, params) => {
    const { changedSince: since } = params;
    if (of === undefined || since === undefined) return params;
    return { ...params, changedSince: await idsSince(graph, String(since), of) };
  };
}

async function idsSince(graph: Graph, since: string, of: Changing): Promise<string[]> {
  const { after } = await startOfChanges(graph, since);
  const [row] = await changedIds.rows(graph, { after: changeId(after), of, limit: MAX_HITS + 1 });
  const { ids, isBulk } = row!;
  if (isBulk)
    throw new Problem('changes-gone', `All was loaded anew after ${since}: the list is to be read whole.`);
  if (ids.length > MAX_HITS)
    throw new Problem(
      'changes-gone',
      `More than ${MAX_HITS} ${of} were changed after ${since}: the list is to be read whole.`,
    );
  return ids;
}
