import type { Graph } from '../../db/client.ts';
import { sourcesOf } from '../facts/sources.ts';
import { activeDecisions } from '../write/decided-facts.ts';
import { writeFormerIds } from '../write/former-ids.ts';
import { runner, writeLocked } from '../write/locked-write.ts';
import { mergeTold } from '../write/write-merged.ts';
import { deriveAnew } from './derive-anew.ts';

/**
 * Lifts a graph of model 5: events are derived anew, since what is contested of them has an index now, and the ids are noted that
 * statements and events went by before a decision. Changes were noted in another way, and begin anew.
 */
export async function liftFrom5(graph: Graph, onProgress: (text: string) => void): Promise<void> {
  await deriveAnew(
    graph,
    'Event',
    (transaction, events) => mergeTold(transaction, events, sourcesOf([]), () => true),
    (done) => onProgress(`${done} events derived anew`),
  );
  await writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    await run('forget-changes');
    await writeFormerIds(run, (await activeDecisions(run)).active);
  });
}
