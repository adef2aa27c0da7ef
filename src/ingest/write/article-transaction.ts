import type { ManagedTransaction } from 'neo4j-driver';
import type { Parameters, Row } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import { FACT_KINDS, type FactKind, SHARED_KINDS } from '../facts/facts.ts';
import { type Run, Vanished } from './locked-write.ts';

/** A fact that is in the graph; edges are `TYPE target`. */
export interface ExistingFact {
  kind: FactKind;
  id: string;
  hash: string;
  edges: string[];
}

/** An article that is in the graph. */
export interface StoredArticle {
  digest: string;
  authors: string[];
}

/** The articles of these ids that are in the graph, by id. */
export async function storedArticles(run: Run, ids: string[]): Promise<Map<string, StoredArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await run('existing-articles', { ids });
  return new Map(rows.map((row) => [row.id as string, row as unknown as StoredArticle]));
}

/** What articles say in the graph; what several of them state is there several times. */
export async function existingFacts(run: Run, articles: string[]): Promise<ExistingFact[]> {
  if (articles.length === 0) return [];
  return (await run('existing-facts', { articles })) as unknown as ExistingFact[];
}

/**
 * Locks articles, and answers which of them were there; the others are created, still without properties.
 * Whoever changes an article locks it first, then the shared facts that it states and stated.
 */
export async function lockArticles(transaction: ManagedTransaction, ids: string[]): Promise<string[]> {
  const rows = await lock(transaction, 'lock-articles', { ids: ids.toSorted() }, ids.length);
  return rows.map(({ id }) => id as string);
}

/** Locks the shared ones of these facts, and answers `kind id` of those that were there; the others are created. */
export async function lockFacts(
  transaction: ManagedTransaction,
  facts: { kind: FactKind; id: string }[],
): Promise<Set<string>> {
  const ids = idsByKind(facts.filter(({ kind }) => SHARED_KINDS.has(kind)));
  const sorted = Object.entries(ids).map(([kind, of]) => [kind, [...new Set(of)].sort()] as const);
  const count = sorted.reduce((sum, [, of]) => sum + of.length, 0);
  const rows = await lock(transaction, 'lock-facts', Object.fromEntries(sorted), count);
  return new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
}

/** A node that goes while a transaction waits for its lock is neither found nor created. */
async function lock(
  transaction: ManagedTransaction,
  name: string,
  parameters: Parameters,
  count: number,
): Promise<Row[]> {
  const { records, summary } = await transaction.run(cypher(`ingest/${name}`), parameters);
  if (records.length + summary.counters.updates().nodesCreated !== count) throw new Vanished();
  return records.map((record) => record.toObject());
}

/** Removes those of the facts that no article states any more; answers `kind id` of each that went. */
export async function removeUnsupported(run: Run, facts: ExistingFact[]): Promise<Set<string>> {
  if (facts.length === 0) return new Set();
  const removed = await run('remove-unsupported', idsByKind(facts));
  return new Set(removed.map(({ kind, id }) => `${kind} ${id}`));
}

export function idsByKind(facts: { kind: FactKind; id: string }[]): Record<FactKind, string[]> {
  const ids = Object.fromEntries(FACT_KINDS.map((kind) => [kind, [] as string[]]));
  for (const { kind, id } of facts) ids[kind]!.push(id);
  return ids as Record<FactKind, string[]>;
}
