import type { ManagedTransaction } from 'neo4j-driver';
import { draftTransaction, isOfDrafts, wholeTransaction } from '../../db/drafts.ts';
import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { storedArticles } from './article-transaction.ts';
import { Conflict } from './conflict.ts';
import { type Run, runner } from './locked-write.ts';
import { removeWithin } from './remove-article.ts';

/**
 * Sees to it that no article is both a draft and reviewed, under the lock of the version: a reviewed one takes the place of its draft.
 * @throws Conflict where a draft is written of an article that was reviewed.
 */
export async function holdApart(
  transaction: ManagedTransaction,
  articles: readonly ArticleFacts[],
): Promise<void> {
  if (isOfDrafts(transaction)) return assertUnreviewed(runner(wholeTransaction(transaction)), articles);
  const ofDrafts = draftTransaction(transaction);
  const ids = articles.map(({ id }) => id);
  for (const id of (await storedArticles(runner(ofDrafts), ids)).keys()) await removeWithin(ofDrafts, id);
}

/**
 * @param run of what was reviewed.
 * @throws Conflict that names each draft of an article that was reviewed.
 */
export async function assertUnreviewed(
  run: Run,
  drafts: readonly Pick<ArticleFacts, 'id' | 'file'>[],
): Promise<void> {
  const reviewed = await storedArticles(
    run,
    drafts.map(({ id }) => id),
  );
  const faults = drafts.filter(({ id }) => reviewed.has(id)).map(reviewedFault);
  if (faults.length > 0) throw new Conflict(FaultList.of(faults));
}

const reviewedFault = ({ id, file }: Pick<ArticleFacts, 'id' | 'file'>): Fault => ({
  file,
  ...placeOf(['article', 'review']),
  detail: `the article ${id} is reviewed in the graph, and a draft cannot take its place`,
  expected: 'review: reviewed, once its facts are decided; or another id',
});
