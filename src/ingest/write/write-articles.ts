import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { InputError } from '../check/input-error.ts';
import { type ArticleFacts, type Fact, factKey } from '../facts/facts.ts';
import {
  type ExistingFact,
  existingFacts,
  idsByKind,
  lockArticles,
  lockFacts,
  removeUnsupported,
  type StoredArticle,
  storedArticles,
} from './article-transaction.ts';
import { refuseLosses } from './assert-targets-exist.ts';
import { changeTally, unchangedTally } from './change-tally.ts';
import { moveVersion, runner, writeLocked } from './locked-write.ts';
import { conflictsOf, differentFacts } from './shared-facts.ts';
import { storeNewJson } from './store-json.ts';
import { Tally } from './tally.ts';
import { writeArticleNodes, writeFacts } from './write-facts.ts';

/**
 * Writes articles in one transaction: what is new is created, what changed is replaced, what an annotation no longer
 * says is removed, and articles that are there as they are cost one read. Writers may run at the same time: each locks
 * what it shares with others, in one order, before it looks at it.
 * @param isOfRun whether an article is a part of this run, whose articles may change a shared fact together.
 * @throws InputError where another article describes a shared fact differently, or where an entity is not in the
 *   database; nothing is written then.
 */
export async function writeArticles(
  graph: Graph,
  articles: ArticleFacts[],
  isOfRun: (article: string) => boolean,
): Promise<Tally> {
  return writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    const tally = new Tally();
    const isNew = (there: Map<string, StoredArticle>) => (article: ArticleFacts) => {
      if (there.get(article.id)?.digest !== article.digest) return true;
      tally.merge(unchangedTally(article));
      return false;
    };
    const unlocked = articles.filter(isNew(await storedArticles(run, idsOf(articles))));
    if (unlocked.length === 0) return tally;
    const stored = await storedArticles(run, await lockArticles(transaction, idsOf(unlocked)));
    const changed = unlocked.filter(isNew(stored));
    if (changed.length === 0) return tally;
    tally.merge(await replace(transaction, changed, stored, isOfRun));
    return tally;
  });
}

/** Makes the graph say what articles say; they are locked, and different from what is stored. */
export async function replace(
  transaction: ManagedTransaction,
  articles: ArticleFacts[],
  stored: Map<string, StoredArticle>,
  isOfRun: (article: string) => boolean,
): Promise<Tally> {
  const run = runner(transaction);
  const replaced = idsOf(articles).filter((id) => stored.has(id));
  const existing = await existingFacts(run, replaced);
  const facts = [
    ...new Map(articles.flatMap((article) => article.facts.map((fact) => [factKey(fact), fact]))).values(),
  ];
  const after = new Set(facts.map(factKey));
  const gone = distinct(existing.filter((fact) => !after.has(factKey(fact))));

  const there = await lockFacts(transaction, [...facts, ...gone]);
  const shared = facts.filter((fact) => there.has(factKey(fact)));
  const different = await differentFacts(run, shared);
  const own = new Set(idsOf(articles));
  const conflicts = articles.flatMap((article) =>
    conflictsOf(article, different, (id) => own.has(id) || isOfRun(id)),
  );
  if (conflicts.length > 0) throw new InputError(conflicts);

  const before = new Map<string, ExistingFact>(existing.map((fact) => [factKey(fact), fact]));
  for (const fact of shared) {
    const edges = fact.edges.map(({ type, to }) => `${type} ${to}`);
    before.set(factKey(fact), different.get(factKey(fact)) ?? { ...fact, edges });
  }
  const isThere = (fact: Pick<Fact, 'kind' | 'id'>) => before.has(factKey(fact));
  const isChanged = (fact: Fact) => before.get(factKey(fact))?.hash !== fact.hash;

  if (gone.length > 0) await run('remove-owned', idsByKind(gone));
  const lost = [
    await writeArticleNodes(transaction, articles),
    await writeFacts(
      transaction,
      facts.filter((fact) => !isThere(fact)),
      'new',
    ),
    await writeFacts(
      transaction,
      facts.filter((fact) => isThere(fact) && isChanged(fact)),
      'changed',
    ),
  ];
  if (lost.some((count) => count !== 0)) await refuseLosses(run, articles);
  const removed = await removeUnsupported(run, gone);
  const statements = [...gone, ...facts].filter(
    (fact) => fact.kind === 'Statement' && !removed.has(factKey(fact)),
  );
  await run('derive-statements', { ids: statements.map(({ id }) => id) });
  await run('mark-unrendered', { ids: statements.filter(isThere).map(({ id }) => id) });
  await moveVersion(transaction);
  const newStatements = facts.filter((fact) => fact.kind === 'Statement' && !isThere(fact));
  await storeNewJson(run, articles, newStatements);
  return changeTally(articles, { stored, before, gone, removed });
}

/** Several articles may have stated a shared fact. */
const distinct = (facts: ExistingFact[]) => [...new Map(facts.map((fact) => [factKey(fact), fact])).values()];

const idsOf = (articles: ArticleFacts[]) => articles.map(({ id }) => id);
