import { type Graph, write } from '../graph/graph.ts';
import { runner } from './article-transaction.ts';
import { type Checked, check } from './check.ts';
import type { ArticleFacts } from './facts.ts';
import { InputError, type InputFault } from './fault.ts';
import { loadInputs } from './load-inputs.ts';
import { conflictsOf, sharedFacts } from './shared-facts.ts';
import { Tally } from './tally.ts';
import { writeArticle } from './write-article.ts';
import { writeEntities } from './write-entities.ts';

/**
 * Reads and checks everything below the paths, without a database.
 * @param ownAuthority the project's own `entities.yaml`, which is always a part of the authority.
 * @throws InputError with every problem of every file.
 */
export const validate = (paths: string[], ownAuthority: string): Checked =>
  check(loadInputs(paths, ownAuthority));

/**
 * Writes what was checked: the authority first, then each article in a transaction of its own.
 * @throws InputError where an article that is in the graph describes a shared fact differently; nothing is written then.
 */
export async function writeChecked(
  graph: Graph,
  { entities, articles }: Checked,
  onProgress: (text: string) => void = () => {},
): Promise<Tally> {
  const together = articles.map(({ id }) => id);
  await refuseConflicts(graph, articles, together);
  const tally = new Tally();
  onProgress(`${entities.length} entities`);
  tally.merge(await writeEntities(graph, entities));
  for (const [index, article] of articles.entries()) {
    onProgress(`article ${index + 1} of ${articles.length}: ${article.id}`);
    tally.merge(await writeArticle(graph, article, together));
  }
  return tally;
}

async function refuseConflicts(graph: Graph, articles: ArticleFacts[], together: string[]): Promise<void> {
  const faults = await write(graph, async (transaction) => {
    const run = runner(transaction);
    const found: InputFault[] = [];
    for (const article of articles)
      found.push(...conflictsOf(article, await sharedFacts(run, article, together)));
    return found;
  });
  if (faults.length > 0) throw new InputError(faults);
}
