import { draftsOf, type Graph } from '../../db/client.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { Tally } from '../tally.ts';
import { lockArticles, type StoredArticle, storedArticles } from './article-transaction.ts';
import { unchangedTally } from './change-tally.ts';
import { activeDecisions, assertDecisionsStand, decidedFacts } from './decided-facts.ts';
import { copyEntities } from './draft-entities.ts';
import { holdApart } from './hold-apart.ts';
import { runner, writeLocked } from './locked-write.ts';
import { idsOf, replace } from './replace-articles.ts';

/**
 * Writes articles in one transaction, and drafts in another one: what is new is created, what changed is replaced, what an annotation no longer
 * says is removed, and articles that are there as they are cost one read. Writers may run at the same time: each locks
 * what it shares with others, in one order, before it reads it. The schema for drafts has to be there where there are any.
 * @throws InputError where an entity is not in the database, or a draft is of an article that was reviewed; nothing of its transaction is written then.
 */
export async function writeArticles(graph: Graph, articles: ArticleFacts[]): Promise<Tally> {
  const [drafts, reviewed] = partition(articles, ({ isDraft }) => isDraft === true);
  const tally = reviewed.length > 0 ? await writeApart(graph, reviewed) : new Tally();
  if (drafts.length > 0) tally.merge(await writeApart(draftsOf(graph), drafts));
  return tally;
}

/** Writes what is all reviewed, or all drafts; the graph is the one for these. */
const writeApart = (graph: Graph, articles: ArticleFacts[]): Promise<Tally> =>
  writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    const tally = new Tally();
    const decisions = await activeDecisions(run);
    const decided = await decidedFacts(run, articles, decisions);
    const isNew = (known: Map<string, StoredArticle>) => (article: ArticleFacts) => {
      if (known.get(article.id)?.digest !== article.digest) return true;
      tally.merge(unchangedTally(article));
      return false;
    };
    const unlocked = decided.filter(isNew(await storedArticles(run, idsOf(decided))));
    if (unlocked.length === 0) return tally;
    const stored = await storedArticles(run, await lockArticles(transaction, idsOf(unlocked)));
    const changed = unlocked.filter(isNew(stored));
    if (changed.length === 0) return tally;
    if (graph.ofDrafts) tally.merge(await copyEntities(transaction, changed));
    tally.merge(await replace(transaction, changed, stored, decisions.active));
    await holdApart(transaction, changed);
    await assertDecisionsStand(run, decisions);
    return tally;
  });

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
