import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { sourcesOf } from '../facts/sources.ts';
import { lockMerged } from '../write/article-transaction.ts';
import { activeDecisions } from '../write/decided-facts.ts';
import { writeFormerIds } from '../write/former-ids.ts';
import { runner, writeLocked } from '../write/locked-write.ts';
import { mergeTold } from '../write/write-merged.ts';

/** Events that are derived anew in one transaction. */
const BATCH = 500;

/**
 * Lifts a graph of model 5: events are derived anew, since what is contested of them has an index now, and the ids are noted that
 * statements and events went by before a decision. Changes were noted in another way, and begin anew.
 */
export async function liftFrom5(graph: Graph, onProgress: (text: string) => void): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await read(graph, cypherFile('ingest/event-ids'), { after, limit: BATCH });
    if (rows.length === 0) break;
    const events = rows.map(({ id }) => ({ kind: 'Event' as const, id: String(id) }));
    await writeLocked(graph, async (transaction) => {
      await lockMerged(transaction, events);
      await mergeTold(transaction, events, sourcesOf([]), () => true);
    });
    after = events.at(-1)!.id;
    done += events.length;
    onProgress(`${done} events derived anew`);
  }
  await writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    await run('forget-changes');
    await writeFormerIds(run, (await activeDecisions(run)).active);
  });
}
