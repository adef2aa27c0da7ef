import type { ManagedTransaction } from 'neo4j-driver';
import { draftsOf, type Graph } from '../../db/client.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import { assertPrecondition, type Precondition } from '../../model/revision.ts';
import { existingFacts, idsByKind, lockArticles, lockMerged, storedArticles } from './article-transaction.ts';
import { activeDecisions } from './decided-facts.ts';
import { entitiesOf } from './entities-of.ts';
import { joinStatements } from './join-statements.ts';
import { moveVersion, noteChanges, runner, writeLocked } from './locked-write.ts';
import { removeUnusedEntities } from './remove-entity.ts';
import { renderStatements } from './render-statements.ts';
import { mergedBefore, removeReferences, sameStatements, statementsNaming } from './replace-articles.ts';
import { touchedByArticles } from './touched-by-articles.ts';
import { mergeStatements, mergeTold, removeTold } from './write-merged.ts';

/**
 * Removes an article, or a draft of one, with all that no other one states, in one transaction; false where there is none.
 * @param precondition which revision of it has to be there.
 * @throws PreconditionFailed; ModelNumberError where the graph is of another model.
 */
export async function removeArticle(graph: Graph, id: string, precondition?: Precondition): Promise<boolean> {
  await assertModelNumber(graph);
  for (const one of [graph, draftsOf(graph)]) {
    const removed = await writeLocked(one, (transaction) => removeWithin(transaction, id, precondition));
    if (!removed) continue;
    await renderStatements(one);
    return true;
  }
  return false;
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
    assertPrecondition(precondition, `article ${JSON.stringify(id)}`, article?.digest);
  }
  const facts = await existingFacts(run, [id]);
  const merged = [...mergedBefore(facts).values()];
  await lockMerged(transaction, merged);
  const neighbours = await sameStatements(run, [id]);
  await run('remove-owned', idsByKind(facts));
  await run('remove-article', { id });
  const told = await mergeTold(transaction, merged, { told: new Map(), statements: new Map() }, () => true);
  const statements = idsByKind(merged).Statement;
  await mergeStatements(transaction, statements, told);
  await moveVersion(transaction);
  const { active: decisions } = await activeDecisions(run);
  const joined = await joinStatements(transaction, {
    quotations: [],
    statements: [...statements, ...neighbours],
    decisions,
  });
  const late = [...new Set([...(await statementsNaming(run, told.changes)), ...joined])];
  await mergeStatements(transaction, late, told);
  await removeTold(transaction, told);
  await removeReferences(run, facts);
  const entities = await removeUnusedEntities(transaction, entitiesOf(facts, stored.authors));
  const touched = [...new Set([...statements, ...late])];
  noteChanges(transaction, touchedByArticles(told.changes));
  noteChanges(transaction, {
    articlesRemoved: [id],
    entities,
    statements: touched,
    events: idsByKind(merged).Event,
  });
  return locked !== undefined;
}
