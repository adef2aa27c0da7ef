import type { ManagedTransaction } from 'neo4j-driver';
import { type Graph, write } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { draftText } from '../../db/drafts.ts';
import { RENDERING, type StatementParts, statementJson } from '../../db/statement-json.ts';
import { runner } from './locked-write.ts';
import { REHEARSAL_ID } from './rehearsed-article.ts';

const TOGETHER = 500;

/**
 * Stores the JSON of each statement that has none, because it is new or what it shows was changed. Responses do not wait
 * for it and stay the same by it; where it is interrupted, the next one goes on.
 * @param onProgress told how many are done.
 */
export async function renderStatements(graph: Graph, onProgress: (done: number) => void = () => {}) {
  await forgetOtherRenderings(graph);
  for (let done = 0; ; onProgress(done)) {
    const rendered = await renderSome(graph);
    done += rendered;
    if (rendered < TOGETHER) return;
  }
}

const renderSome = (graph: Graph) =>
  write(graph, async (transaction) => {
    const run = runner(transaction);
    const unrendered = () => run<{ id: string }>('unrendered-statements', { limit: TOGETHER });
    if ((await unrendered()).length === 0) return 0;
    // A transaction that changes a name at this moment waits, and marks the statement again afterwards.
    await run('lock-graph');
    const ids = (await unrendered()).map(({ id }) => id);
    const { records } = await transaction.run<{ parts: StatementParts }>(cypherFile('read/statement-parts'), {
      ids,
    });
    const rows = records.map((record) => {
      const parts = record.get('parts');
      return { id: parts.id, json: statementJson(parts) };
    });
    await run('store-json', { rows });
    return rows.length;
  });

/** Runs what stores JSON on statements that are not there, but for the lock, so that it is planned. */
export async function rehearseRendering(transaction: ManagedTransaction): Promise<void> {
  const run = runner(transaction);
  const none = [`${REHEARSAL_ID}-statement`];
  await run('unrendered-statements', { limit: 0 });
  // What follows a change in a transaction is planned apart; of this one nobody waits for the lock.
  await run('announce-commit', { id: none[0], within: 0 });
  await run('unrendered-statements', { limit: 0 });
  await transaction.run(cypherFile('read/statement-parts'), { ids: none });
  await run('store-json', { rows: none.map((id) => ({ id, json: '' })) });
}

/** Takes away all stored JSON where it was made in another way than this service makes it. */
export async function forgetOtherRenderings(graph: Graph): Promise<void> {
  const [stored] = await write(graph, (transaction) => runner(transaction)('rendering'));
  if (stored?.rendering === RENDERING) return;
  const session = graph.driver.session({ database: graph.database });
  try {
    if (stored)
      for (const text of [cypherFile('ingest/forget-json'), draftText(cypherFile('ingest/forget-json'))])
        await session.run(text);
    await session.run(cypherFile('ingest/set-rendering'), { rendering: RENDERING });
  } finally {
    await session.close();
  }
}
