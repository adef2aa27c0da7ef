import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import { assertPrecondition, type Precondition } from '../../model/revision.ts';
import { factKey } from '../facts/facts.ts';
import {
  existingFacts,
  idsByKind,
  lockArticles,
  lockFacts,
  removeUnsupported,
  storedArticles,
} from './article-transaction.ts';
import { entitiesOf } from './entities-of.ts';
import { moveVersion, runner, writeLocked } from './locked-write.ts';
import { removeUnusedEntities } from './remove-entity.ts';
import { renderStatements } from './render-statements.ts';
import { updateDerived } from './update-derived.ts';
import { updateTold } from './update-told.ts';

/**
 * Removes an article with all that no other article states, in one transaction; false where there is none.
 * @param precondition which revision of it has to be there.
 * @throws PreconditionFailed; ModelNumberError where the graph is of another model.
 */
export async function removeArticle(graph: Graph, id: string, precondition?: Precondition): Promise<boolean> {
  await assertModelNumber(graph);
  const removed = await writeLocked(graph, (transaction) => removeWithin(transaction, id, precondition));
  await renderStatements(graph);
  return removed;
}

/** The same within a transaction. */
export async function removeWithin(
  transaction: ManagedTransaction,
  id: string,
  precondition?: Precondition,
): Promise<boolean> {
  const run = runner(transaction);
  const stored = (await storedArticles(run, [id])).get(id);
  if (!stored) return false;
  const [locked] = await lockArticles(transaction, [id]);
  if (precondition) {
    const article = (await storedArticles(run, [id])).get(id);
    assertPrecondition(precondition, `an article ${JSON.stringify(id)}`, article?.digest);
  }
  const facts = await existingFacts(run, [id]);
  await lockFacts(transaction, facts);
  await run('remove-owned', idsByKind(facts));
  const removed = await removeUnsupported(run, facts);
  await run('remove-article', { id });
  const left = facts.filter((fact) => !removed.has(factKey(fact)));
  await updateTold(transaction, left);
  await updateDerived(run, idsByKind(left).Statement);
  await moveVersion(transaction);
  await removeUnusedEntities(transaction, entitiesOf(facts, stored.authors));
  return locked !== undefined;
}
