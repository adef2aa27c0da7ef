import { type Graph, write } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import { statementJson } from '../../db/statement-json.ts';
import { digest } from '../facts/facts.ts';
import { runner } from './locked-write.ts';

const TOGETHER = 500;

/** Tells one way of rendering from another, so that a newer service does not answer what an older one stored. */
export const RENDERING = digest([cypher('read/statement-item'), String(statementJson)]).slice(0, 16);

/**
 * Stores the JSON of each statement that has none, because it is new or what it shows was changed. Answers do not wait
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
    const found = await run('unrendered-statements', { limit: TOGETHER });
    if (found.length === 0) return 0;
    // Whoever changes a name at this moment waits, and marks the statement again afterwards.
    await run('lock-graph');
    const rows = await run('unrendered-statements', { limit: TOGETHER });
    await run('store-json', { rows: rows.map((row) => ({ id: row.id, json: statementJson(row) })) });
    return rows.length;
  });

/** Takes away all stored JSON where it was made in another way than this service makes it. */
export async function forgetOtherRenderings(graph: Graph): Promise<void> {
  const [stored] = await write(graph, (transaction) => runner(transaction)('rendering'));
  if (stored?.rendering === RENDERING) return;
  const session = graph.driver.session({ database: graph.database });
  try {
    if (stored) await session.run(cypher('ingest/forget-json'));
    await session.run(cypher('ingest/set-rendering'), { rendering: RENDERING });
  } finally {
    await session.close();
  }
}
