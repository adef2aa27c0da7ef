import type { Graph } from '../graph/graph.ts';
import { type Checked, check } from './check.ts';
import { loadInputs } from './load-inputs.ts';
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

/** Writes what was checked: the authority first, then each article in a transaction of its own. */
export async function writeChecked(
  graph: Graph,
  { entities, articles }: Checked,
  onProgress: (text: string) => void = () => {},
): Promise<Tally> {
  const tally = new Tally();
  onProgress(`${entities.length} entities`);
  tally.merge(await writeEntities(graph, entities));
  const together = articles.map(({ id }) => id);
  for (const [index, article] of articles.entries()) {
    onProgress(`article ${index + 1} of ${articles.length}: ${article.id}`);
    tally.merge(await writeArticle(graph, article, together));
  }
  return tally;
}
