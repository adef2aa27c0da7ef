import type { Graph } from '../../db/client.ts';
import {
  existingFacts,
  idsByKind,
  lockArticles,
  lockFacts,
  removeUnsupported,
  storedArticles,
} from './article-transaction.ts';
import { moveVersion, runner, writeLocked } from './locked-write.ts';
import { renderStatements } from './render-statements.ts';

/** Removes an article with all that no other article states, in one transaction; false where there is none. */
export async function removeArticle(graph: Graph, id: string): Promise<boolean> {
  const removed = await writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    if (!(await storedArticles(run, [id])).has(id)) return false;
    const [there] = await lockArticles(transaction, [id]);
    const facts = await existingFacts(run, [id]);
    await lockFacts(transaction, facts);
    await run('remove-owned', idsByKind(facts));
    const removed = await removeUnsupported(run, facts);
    await run('remove-article', { id });
    const left = facts.filter((fact) => fact.kind === 'Statement' && !removed.has(`Statement ${fact.id}`));
    const ids = left.map((fact) => fact.id);
    await run('derive-statements', { ids });
    await run('mark-unrendered', { ids });
    await moveVersion(transaction);
    return there !== undefined;
  });
  await renderStatements(graph);
  return removed;
}
