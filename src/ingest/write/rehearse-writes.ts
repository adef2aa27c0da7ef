import type { ManagedTransaction } from 'neo4j-driver';
import { draftsOf, type Graph, write } from '../../db/client.ts';
import { QUERIES } from '../../limits.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { changeRow } from './changed-things.ts';
import { runner } from './locked-write.ts';
import { REHEARSAL_ID, rehearsedArticle } from './rehearsed-article.ts';
import { removeWithin } from './remove-article.ts';
import { rehearseRendering } from './render-statements.ts';
import { submitArticle } from './submit-article.ts';

/** Facts of each kind: the database plans a text anew for lists of another order of magnitude, and for those that are empty. */
const SIZES = [0, 1, 12];

/**
 * Has the database plan what the first writer needs: articles are written and removed within transactions that are rolled back. Nothing of
 * them is ever seen, and no other writer waits for them.
 */
export async function rehearseWrites(graph: Graph): Promise<void> {
  for (const size of SIZES) await rehearse(graph, 'reviewed', size);
  await rehearseEach(graph, [
    rehearseRendering,
    (transaction) => runner(transaction)('rendering'),
    (transaction) => runner(transaction)('lock-graph'),
    (transaction) =>
      runner(transaction)('announce-commit', { id: REHEARSAL_ID, within: QUERIES.commitWithin }),
    (transaction) => runner(transaction)('end-commit', { id: REHEARSAL_ID }),
    (transaction) => runner(transaction)('bump-version', { model: MODEL_NUMBER }),
    endCommit,
  ]);
}

/** The same for drafts, whose schema has to be there. */
export async function rehearseDrafts(graph: Graph): Promise<void> {
  for (const size of SIZES) await rehearse(graph, 'draft', size);
  await rehearseEach(draftsOf(graph), [rehearseRendering]);
}

async function rehearse(graph: Graph, review: 'reviewed' | 'draft', size: number): Promise<void> {
  const article = rehearsedArticle(review, size);
  await submitArticle(graph, Buffer.from(JSON.stringify(article)), {
    dryRun: true,
    rehearse: (transaction) => removeWithin(transaction, article.id),
  });
}

/** What an article does at its end, after it changed something: the version moves on here alone, so that nobody waits for its lock. */
async function endCommit(transaction: ManagedTransaction): Promise<void> {
  const run = runner(transaction);
  await run('announce-commit', { id: REHEARSAL_ID, within: 0 });
  await run('write-change', changeRow(0, REHEARSAL_ID, {}));
  await run('bump-version', { model: MODEL_NUMBER });
}

class RehearsalOver extends Error {}

/** Does each in a transaction of its own that is rolled back. */
async function rehearseEach(
  graph: Graph,
  works: readonly ((transaction: ManagedTransaction) => Promise<unknown>)[],
): Promise<void> {
  for (const work of works)
    try {
      await write(graph, async (transaction) => {
        await work(transaction);
        throw new RehearsalOver();
      });
    } catch (error) {
      if (!(error instanceof RehearsalOver)) throw error;
    }
}
