import type { ManagedTransaction } from 'neo4j-driver';
import type { Parameters } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { FACT_KINDS, type FactKind, factKey, SHARED_KINDS } from '../facts/facts.ts';
import { ConcurrentDeletion, type Run } from './locked-write.ts';

interface FactId {
  kind: FactKind;
  id: string;
}

/** A fact that is in the graph; edges are `TYPE target`. */
export interface ExistingFact extends FactId {
  hash: string;
  edges: string[];
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

/** What articles say in the graph; what several of them state is there several times. */
export async function existingFacts(run: Run, articles: string[]): Promise<ExistingFact[]> {
  return articles.length === 0 ? [] : run<ExistingFact>('existing-facts', { articles });
}

/**
 * Locks articles, and returns the ids of those that were there; the others are created, still without properties.
 * A transaction that changes an article locks it first, then the shared facts that the article states and stated.
 */
export async function lockArticles(transaction: ManagedTransaction, ids: string[]): Promise<string[]> {
  const rows = await lock<{ id: string }>(transaction, 'lock-articles', { ids: ids.toSorted() }, ids.length);
  return rows.map(({ id }) => id);
}

/** Locks the shared ones of these facts, and returns the keys of those that were there; the others are created. */
export async function lockFacts(transaction: ManagedTransaction, facts: FactId[]): Promise<Set<string>> {
  const ids = idsByKind(facts.filter(({ kind }) => SHARED_KINDS.has(kind)));
  const sorted = Object.entries(ids).map(([kind, of]) => [kind, [...new Set(of)].sort()] as const);
  const count = sorted.reduce((sum, [, of]) => sum + of.length, 0);
  const rows = await lock<FactId>(transaction, 'lock-facts', Object.fromEntries(sorted), count);
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

/** Removes those of the facts that no article states any more; returns the keys of those that went. */
export async function removeUnsupported(run: Run, facts: ExistingFact[]): Promise<Set<string>> {
  if (facts.length === 0) return new Set();
  const removed = await run<FactId>('remove-unsupported', idsByKind(facts));
  return new Set(removed.map(factKey));
}

export function idsByKind(facts: FactId[]): Record<FactKind, string[]> {
  const ids = Object.fromEntries(FACT_KINDS.map((kind) => [kind, [] as string[]]));
  for (const { kind, id } of facts) ids[kind]!.push(id);
  return ids as Record<FactKind, string[]>;
}
