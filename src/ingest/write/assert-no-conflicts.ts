import { type Graph, write } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { FaultList } from '../../model/fault-list.ts';
import type { CheckedInputs } from '../check/check.ts';
import { InputError } from '../check/input-error.ts';
import { SHARED_KINDS } from '../facts/facts.ts';
import { batches } from './batches.ts';
import { conflictsOf, differentFacts } from './find-conflicts.ts';
import { runner } from './locked-write.ts';

/**
 * Looks for articles in the graph that describe a shared fact differently, before anything is written.
 * @throws InputError that names each such fact.
 */
export async function assertNoConflicts(graph: Graph, checked: CheckedInputs): Promise<void> {
  if (!(await hasOtherArticles(graph, checked))) return;
  const faults = new FaultList();
  for (const articles of batches(checked.read())) {
    const facts = articles.flatMap((article) => article.facts.filter(({ kind }) => SHARED_KINDS.has(kind)));
    const different = await write(graph, (transaction) => differentFacts(runner(transaction), facts));
    for (const fault of articles.flatMap((article) => conflictsOf(article, different, checked.has)))
      faults.add(() => fault);
  }
  if (faults.count > 0) throw new InputError(faults);
}

/** Whether the graph has an article that these inputs have not: no other can be in conflict with them. */
async function hasOtherArticles({ driver, database }: Graph, checked: CheckedInputs): Promise<boolean> {
  const session = driver.session({ database });
  try {
    for await (const record of session.run(cypherFile('ingest/article-ids'))) {
      if (!checked.has(record.get('id'))) return true;
    }
    return false;
  } finally {
    await session.close();
  }
}
