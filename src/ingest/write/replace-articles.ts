import type { ManagedTransaction } from 'neo4j-driver';
import type { StoredDecision } from '../facts/active-decisions.ts';
import { type ArticleFacts, type Edge, type Fact, factKey, mergedFacts } from '../facts/facts.ts';
import { packed, reviewProperties } from '../facts/source-record.ts';
import { sourcesOf } from '../facts/sources.ts';
import type { Tally } from '../tally.ts';
import {
  type ExistingFact,
  existingFacts,
  idsByKind,
  lockMerged,
  type MergedId,
  type StoredArticle,
} from './article-transaction.ts';
import { assertTargetsExist } from './assert-targets-exist.ts';
import { changeTally } from './change-tally.ts';
import { entitiesOf } from './entities-of.ts';
import { joinStatements } from './join-statements.ts';
import { moveVersion, noteChanges, type Run, runner } from './locked-write.ts';
import { removeUnusedEntities } from './remove-entity.ts';
import { storeNewJson } from './store-new-json.ts';
import { touchedByArticles } from './touched-by-articles.ts';
import { updateLookups, updateOwnFacts, writeArticleNodes, writeOwnFacts } from './write-facts.ts';
import {
  type MergedChange,
  mergeNewStatements,
  mergeStatements,
  mergeTold,
  removeTold,
} from './write-merged.ts';

/**
 * Makes the graph say what articles say; they are locked, and different from what is stored.
 * @param decisions those that hold.
 */
export async function replace(
  transaction: ManagedTransaction,
  given: ArticleFacts[],
  stored: Map<string, StoredArticle>,
  decisions: readonly StoredDecision[],
): Promise<Tally> {
  const run = runner(transaction);
  const replaced = idsOf(given).filter((id) => stored.has(id));
  const existing = await existingFacts(run, replaced);
  const articles = given.map((article) => asJoined(article, existing));
  const facts = articles.flatMap((article) => article.facts);
  const after = new Set(facts.map(factKey));
  const before = new Map(existing.map((fact) => [factKey(fact), fact]));
  const dropped = existing.filter((fact) => !after.has(factKey(fact)));
  const created = facts.filter((fact) => !before.has(factKey(fact)));
  const changed = facts.filter((fact) => (before.get(factKey(fact))?.hash ?? fact.hash) !== fact.hash);

  const merged = [...new Map([...mergedFacts({ facts }), ...mergedBefore(existing)]).values()];
  const known = await lockMerged(transaction, merged);
  const isKnown = (one: MergedId) => known.has(factKey(one));
  const neighbours = await sameStatements(run, replaced);
  if (dropped.length > 0) await run('remove-owned', idsByKind(dropped));
  const rows = articles.map(({ id, annotation, decisions = [], review = [] }) => ({
    id,
    annotation: packed(annotation),
    decisions,
    review: reviewProperties(review),
  }));
  await run('write-sources', { rows });
  const unwritten = [
    await writeArticleNodes(transaction, articles),
    await writeOwnFacts(transaction, created),
  ];
  await updateOwnFacts(transaction, changed);
  // Its speakers, its article and the words around it may be others though it is the same.
  await updateLookups(
    run,
    facts.filter((fact) => before.has(factKey(fact))),
  );

  const sources = sourcesOf(articles);
  const told = await mergeTold(transaction, merged, sources, isKnown);
  const freely = new Set(facts.filter(namesEvents).flatMap((fact) => statementOf(fact) ?? []));
  const statements = merged.filter(({ kind }) => kind === 'Statement');
  const isEarly = ({ id }: MergedId) => !freely.has(id);
  const fresh = statements.filter((one) => !isKnown(one) && isEarly(one));
  const old = statements.filter((one) => isKnown(one) && isEarly(one));
  const fromBatch = await mergeNewStatements(transaction, idsOf(fresh), sources, told);
  const updated = await mergeStatements(transaction, idsOf(old), told);
  await moveVersion(transaction);
  // One transaction at a time comes to this: it sees the events that others wrote, and they see the references of this one.
  const joined = await joinStatements(transaction, {
    quotations: facts.flatMap(({ kind, id }) => (kind === 'Quotation' ? id : [])),
    statements: [...idsOf(statements), ...neighbours],
    decisions,
  });
  const naming = await statementsNaming(run, told.changes);
  const lateIds = [...new Set([...freely, ...naming, ...joined])];
  const late = await mergeStatements(transaction, lateIds, told);
  await removeTold(transaction, told);
  await removeReferences(
    run,
    [...dropped, ...changed].flatMap((fact) => before.get(factKey(fact)) ?? []),
  );
  const authors = [...stored.values()].flatMap((article) => article.authors);
  const unused = existing.length > 0 ? entitiesOf(existing, authors) : [];
  const entities = await removeUnusedEntities(transaction, unused);
  const touched = [...new Set([...idsOf(statements), ...lateIds])];
  noteChanges(transaction, touchedByArticles(told.changes));
  noteChanges(transaction, {
    articlesAdded: idsOf(articles).filter((id) => !stored.has(id)),
    articlesReplaced: replaced,
    entities,
    statements: touched,
    events: idsByKind(merged).Event,
  });
  unwritten.push(told.missing, fromBatch.missing, updated.missing, late.missing);
  if (unwritten.some((count) => count !== 0)) await assertTargetsExist(run, articles);
  const isMoved = new Set(joined);
  await storeNewJson(
    run,
    fromBatch.created.filter(({ derivation }) => !isMoved.has(derivation.fact.id)),
  );
  const changes = [...told.changes, ...fromBatch.changes, ...updated.changes, ...late.changes];
  return changeTally(articles, { stored, before, dropped, merged: eachOnce(changes) });
}

/** What changed in two steps is one change, from what was before the first to what is after the last. */
const eachOnce = (changes: readonly MergedChange[]): MergedChange[] =>
  [...Map.groupBy(changes, factKey).values()]
    .map((of) => ({ ...of.at(-1)!, before: of[0]!.before }))
    .filter(({ before, after }) => before !== null || after !== null);

/** The statements of the quotations that those of articles were found to be the same as. */
export const sameStatements = async (run: Run, articles: string[]): Promise<string[]> =>
  articles.length === 0 ? [] : idsOf(await run<{ id: string }>('same-statements', { articles }));

/** An article whose quotations render what they render in the graph, where they are there. */
function asJoined(article: ArticleFacts, existing: readonly ExistingFact[]): ArticleFacts {
  const own = new Set(article.facts.map(factKey));
  const rendered = new Map(
    existing.flatMap((fact) =>
      fact.kind === 'Quotation' && own.has(factKey(fact)) && fact.merged!.id !== fact.statementId
        ? [[fact.statementId!, fact.merged!.id]]
        : [],
    ),
  );
  if (rendered.size === 0) return article;
  const edge = (one: Edge) =>
    one.type === 'RENDERS' || one.type === 'ASSERTED_BY'
      ? { ...one, to: rendered.get(one.to) ?? one.to }
      : one;
  return { ...article, facts: article.facts.map((fact) => ({ ...fact, edges: fact.edges.map(edge) })) };
}

/** The merged views that facts of the graph belong to, by their keys. */
export const mergedBefore = (existing: readonly ExistingFact[]) =>
  new Map(existing.flatMap(({ merged }) => (merged ? [[factKey(merged), merged] as const] : [])));

/** The statements that name events which came or went by a transaction, though their own articles do not tell of them. */
export async function statementsNaming(run: Run, changes: readonly MergedChange[]): Promise<string[]> {
  const events = changes.filter(
    ({ kind, before, after }) => kind === 'Event' && (before === null) !== (after === null),
  );
  if (events.length === 0) return [];
  const rows = await run<{ id: string }>('statements-naming', { ids: idsOf(events) });
  return idsOf(rows);
}

const NAMES_EVENT = 'NAMES_EVENT ';

/** Removes the references to events that facts of an article made, where they were the last to do so. */
export async function removeReferences(run: Run, facts: readonly ExistingFact[]): Promise<void> {
  const named = facts.flatMap(({ edges }) => edges.filter((edge) => edge.startsWith(NAMES_EVENT)));
  const ids = [...new Set(named.map((edge) => edge.slice(NAMES_EVENT.length)))];
  if (ids.length > 0) await run('remove-unused-references', { ids });
}

const namesEvents = ({ edges }: Fact) => edges.some(({ type }) => type === 'NAMES_EVENT');
const statementOf = ({ edges }: Fact) => edges.find(({ type }) => type === 'RENDERS')?.to;

export const idsOf = <Of extends { id: string }>(list: readonly Of[]) => list.map(({ id }) => id);
