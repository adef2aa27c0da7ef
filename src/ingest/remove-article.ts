import { type Graph, write } from '../graph/graph.ts';
import { existingFacts, idsByKind, removeUnsupported, runner } from './article-transaction.ts';

/** Removes an article with all that no other article states, in one transaction; false where there is none. */
export async function removeArticle(graph: Graph, id: string): Promise<boolean> {
  return write(graph, async (transaction) => {
    const run = runner(transaction);
    const [stored] = await run('existing-articles', { ids: [id] });
    if (!stored) return false;
    const facts = await existingFacts(run, id);
    await run('remove-owned', idsByKind(facts));
    const removed = await removeUnsupported(run, facts);
    await run('remove-article', { id });
    const left = facts.filter((fact) => fact.kind === 'Statement' && !removed.has(`Statement ${fact.id}`));
    await run('derive-statements', { ids: left.map((fact) => fact.id) });
    await run('bump-version');
    return true;
  });
}
