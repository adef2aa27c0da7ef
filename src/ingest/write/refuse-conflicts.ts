import { type Graph, write } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import type { Checked } from '../check/check.ts';
import { InputError, type InputFault } from '../check/input-error.ts';
import { SHARED_KINDS } from '../facts/facts.ts';
import { batches } from './batches.ts';
import { runner } from './locked-write.ts';
import { conflictsOf, differentFacts } from './shared-facts.ts';

/**
 * Looks for articles in the graph that describe a shared fact differently, before anything is written.
 * @throws InputError that names each such fact.
 */
export async function refuseConflicts(graph: Graph, checked: Checked): Promise<void> {
  if (!(await hasOtherArticles(graph, checked))) return;
  const faults: InputFault[] = [];
  for (const articles of batches(checked.read())) {
    const facts = articles.flatMap((article) => article.facts.filter(({ kind }) => SHARED_KINDS.has(kind)));
    const different = await write(graph, (transaction) => differentFacts(runner(transaction), facts));
    for (const article of articles) faults.push(...conflictsOf(article, different, checked.has));
  }
  if (faults.length > 0) throw new InputError(faults);
}

/** Whether the graph has an article that these inputs have not: no other can be in conflict with them. */
async function hasOtherArticles({ driver, database }: Graph, checked: Checked): Promise<boolean> {
  const session = driver.session({ database });
  try {
    for await (const record of session.run(cypher('ingest/article-ids'))) {
      if (!checked.has(record.get('id'))) return true;
    }
    return false;
  } finally {
    await session.close();
  }
}
