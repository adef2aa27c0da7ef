import type { ManagedTransaction } from 'neo4j-driver';
import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { lockMerged, type MergedId } from '../write/article-transaction.ts';
import { writeLocked } from '../write/locked-write.ts';

/** Merged views that are derived anew in one transaction. */
const BATCH = 500;

/**
 * Derives all merged views of a kind anew, batch by batch.
 * @param onProgress told after each batch how many are done.
 */
export async function deriveAnew(
  graph: Graph,
  kind: 'Event' | 'Statement',
  derive: (transaction: ManagedTransaction, ids: MergedId[]) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await read(graph, cypherFile(`ingest/${kind.toLowerCase()}-ids`), { after, limit: BATCH });
    if (rows.length === 0) return;
    const merged = rows.map(({ id }) => ({ kind, id: String(id) }));
    await writeLocked(graph, async (transaction) => {
      await lockMerged(transaction, merged);
      await derive(transaction, merged);
    });
    after = merged.at(-1)!.id;
    done += merged.length;
    onProgress(done);
  }
}
