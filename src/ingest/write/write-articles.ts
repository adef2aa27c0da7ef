import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { FaultList } from '../../model/fault-list.ts';
import { InputError } from '../check/input-error.ts';
import { deriveStatement } from '../facts/derive-statement.ts';
import { orderKeysOf } from '../facts/edge-properties.ts';
import { type ArticleFacts, edgeKey, type Fact, factKey } from '../facts/facts.ts';
import { packed } from '../facts/source-record.ts';
import { statementViews } from '../facts/statement-views.ts';
import { Tally } from '../tally.ts';
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
import { assertTargetsExist } from './assert-targets-exist.ts';
import { changeTally, unchangedTally } from './change-tally.ts';
import { activeDecisions, assertDecisionsStand, decidedFacts } from './decided-facts.ts';
import { entitiesOf } from './entities-of.ts';
import { conflictsOf, differentFacts } from './find-conflicts.ts';
import { moveVersion, runner, writeLocked } from './locked-write.ts';
import { removeUnusedEntities } from './remove-entity.ts';
import { type NewStatement, storeNewJson } from './store-new-json.ts';
import { updateDerived } from './update-derived.ts';
import { updateTold } from './update-told.ts';
import { writeArticleNodes, writeChangedFacts, writeNewFacts } from './write-facts.ts';

/**
 * Writes articles in one transaction: what is new is created, what changed is replaced, what an annotation no longer
 * says is removed, and articles that are there as they are cost one read. Writers may run at the same time: each locks
 * what it shares with others, in one order, before it reads it.
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
    tally.merge(await replace(transaction, changed, stored, isOfRun));
    await assertDecisionsStand(run, decisions);
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
  const facts = distinct(articles.flatMap((article) => article.facts));
  const after = new Set(facts.map(factKey));
  const dropped = distinct(existing.filter((fact) => !after.has(factKey(fact))));

  const known = await lockFacts(transaction, [...facts, ...dropped]);
  const shared = facts.filter((fact) => known.has(factKey(fact)));
  const different = await differentFacts(run, shared);
  const own = new Set(idsOf(articles));
  const conflicts = articles.flatMap((article) =>
    conflictsOf(article, different, (id) => own.has(id) || isOfRun(id)),
  );
  if (conflicts.length > 0) throw new InputError(FaultList.of(conflicts));

  const before = new Map<string, ExistingFact>(existing.map((fact) => [factKey(fact), fact]));
  for (const fact of shared) {
    const edges = fact.edges.map(edgeKey);
    before.set(factKey(fact), different.get(factKey(fact)) ?? { ...fact, edges });
  }
  const created = facts.filter((fact) => !before.has(factKey(fact)));
  const kept = facts.filter((fact) => before.has(factKey(fact)));
  const changed = kept.filter((fact) => before.get(factKey(fact))!.hash !== fact.hash);

  if (dropped.length > 0) await run('remove-owned', idsByKind(dropped));
  const statements = newStatements(created, articles);
  const sources = articles.map(({ id, annotation, decisions: decided = [] }) => ({
    id,
    annotation: packed(annotation),
    decisions: decided,
  }));
  await run('write-sources', { rows: sources });
  const missing = [
    await writeArticleNodes(transaction, articles),
    await writeNewFacts(
      transaction,
      created,
      new Map(statements.map(({ fact, derivation }) => [fact.id, derivation])),
    ),
    await writeChangedFacts(transaction, changed),
  ];
  if (missing.some((count) => count !== 0)) await assertTargetsExist(run, articles);
  const removed = await removeUnsupported(run, dropped);
  const remaining = dropped.filter((fact) => !removed.has(factKey(fact)));
  await updateTold(transaction, [...facts, ...remaining]);
  const old = [...remaining, ...kept].filter(({ kind }) => kind === 'Statement');
  await updateDerived(
    run,
    old.map(({ id }) => id),
  );
  await moveVersion(transaction);
  const authors = [...stored.values()].flatMap((article) => article.authors);
  if (existing.length > 0) await removeUnusedEntities(transaction, entitiesOf(existing, authors));
  await storeNewJson(run, statements);
  return changeTally(articles, { stored, before, dropped, removed });
}

/** The statements among new facts: all articles that quote them are in the batch. */
function newStatements(created: Fact[], articles: ArticleFacts[]): NewStatement[] {
  const facts = created.filter(({ kind }) => kind === 'Statement');
  if (facts.length === 0) return [];
  const views = statementViews(articles);
  return facts.map((fact) => {
    const view = views.get(fact.id)!;
    return { fact, view, derivation: deriveStatement(orderKeysOf(fact.properties), view.quotations) };
  });
}

/** Several articles may state a fact, or have stated it. */
const distinct = <Of extends Pick<Fact, 'kind' | 'id'>>(facts: Of[]): Of[] => [
  ...new Map(facts.map((fact) => [factKey(fact), fact])).values(),
];

const idsOf = (articles: ArticleFacts[]) => articles.map(({ id }) => id);
