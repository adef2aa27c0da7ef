import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { lockMerged } from '../write/article-transaction.ts';
import { writeLocked } from '../write/locked-write.ts';
import { mergeStatements } from '../write/write-merged.ts';

/** Statements that are derived anew in one transaction. */
const BATCH = 500;

/** Lifts a graph of model 6: statements are derived anew, since they say now whether they are aimed at those whom nobody names. */
export async function liftFrom6(graph: Graph, onProgress: (text: string) => void): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await read(graph, cypherFile('ingest/statement-ids'), { after, limit: BATCH });
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => String(id));
    await writeLocked(graph, async (transaction) => {
      await lockMerged(
        transaction,
        ids.map((id) => ({ kind: 'Statement' as const, id })),
      );
      await mergeStatements(transaction, ids, { changes: [], missing: 0 });
    });
    after = ids.at(-1)!;
    done += ids.length;
    onProgress(`${done} statements derived anew`);
  }
}
