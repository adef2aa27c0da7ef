import type { ManagedTransaction } from 'neo4j-driver';
import type { Parameters } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { FACT_KINDS, type FactKind, factKey, type MergedKind } from '../facts/facts.ts';
import { ConcurrentDeletion, type Run } from './locked-write.ts';

interface FactId {
  kind: FactKind;
  id: string;
}

/** A merged view, by its kind and id. */
export interface MergedId {
  kind: MergedKind;
  id: string;
}

/** A fact of an article that is in the graph; edges are `TYPE target`. */
export interface ExistingFact extends FactId {
  hash: string;
  /** The statement that a quotation renders, or that asserts an account or a figure, by the id that its article gives it. */
  statementId: string | null;
  edges: string[];
  /** The merged view that it is a part of; null where it is a part of none, or of a quotation. */
  merged: MergedId | null;
  /** Ids of the entities and events that it says something of. */
  entities: string[];
}

/** An article that is in the graph. */
export interface StoredArticle {
  id: string;
  digest: string;
  authors: string[];
}

/** The articles of these ids that are in the graph, by id. */
export async function storedArticles(run: Run, ids: string[]): Promise<Map<string, StoredArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await run<StoredArticle>('existing-articles', { ids });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What articles say in the graph. */
export async function existingFacts(run: Run, articles: string[]): Promise<ExistingFact[]> {
  return articles.length === 0 ? [] : run<ExistingFact>('existing-facts', { articles });
}

/**
 * Locks articles, and returns the ids of those that were there; the others are created, still without properties.
 * A transaction that changes an article locks it first, then the merged views that the article has and had a part in.
 */
export async function lockArticles(transaction: ManagedTransaction, ids: string[]): Promise<string[]> {
  const rows = await lock<{ id: string }>(transaction, 'lock-articles', { ids: ids.toSorted() }, ids.length);
  return rows.map(({ id }) => id);
}

/** Locks merged views, and returns the keys of those that were there; the others are created, without properties. */
export async function lockMerged(
  transaction: ManagedTransaction,
  merged: readonly MergedId[],
): Promise<Set<string>> {
  const sorted = Object.entries(idsByKind(merged)).map(([kind, of]) => [kind, of.toSorted()] as const);
  const parameters = Object.fromEntries(sorted);
  const rows = await lock<FactId>(transaction, 'lock-facts', parameters, merged.length);
  return new Set(rows.map(factKey));
}

/** A node that is removed while a transaction waits for its lock is neither found nor created. */
async function lock<Of>(
  transaction: ManagedTransaction,
  name: string,
  parameters: Parameters,
  count: number,
): Promise<Of[]> {
  const { records, summary } = await transaction.run(cypherFile(`ingest/${name}`), parameters);
  if (records.length + summary.counters.updates().nodesCreated !== count) throw new ConcurrentDeletion();
  return records.map((record) => record.toObject() as Of);
}

export function idsByKind(facts: readonly FactId[]): Record<FactKind, string[]> {
  const ids = Object.fromEntries(FACT_KINDS.map((kind) => [kind, [] as string[]]));
  for (const { kind, id } of facts) ids[kind]!.push(id);
  return ids as Record<FactKind, string[]>;
}
