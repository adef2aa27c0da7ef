import { type Graph, write } from '../graph/graph.ts';
import { existingFacts, idsByKind, removeUnsupported, runner, storedArticle } from './article-transaction.ts';

/** Removes an article with all that no other article states, in one transaction; false where there is none. */
export async function removeArticle(graph: Graph, id: string): Promise<boolean> {
  return write(graph, async (transaction) => {
    const run = runner(transaction);
    if (!(await storedArticle(run, id))) return false;
    await run('bump-version');
    const facts = await existingFacts(run, id);
    await run('remove-owned', idsByKind(facts));
    const removed = await removeUnsupported(run, facts);
    await run('remove-article', { id });
    const left = facts.filter((fact) => fact.kind === 'Statement' && !removed.has(`Statement ${fact.id}`));
    await run('derive-statements', { ids: left.map((fact) => fact.id) });
    return true;
  });
}
