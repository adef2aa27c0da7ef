import type { ManagedTransaction } from 'neo4j-driver';
import { cypher } from '../graph/cypher.ts';
import { type Parameters, type Row, wholeNumbers } from '../graph/graph.ts';
import { FACT_KINDS, type FactKind } from './facts.ts';

/** Runs a query of `cypher/ingest` by name within a transaction. */
export type Run = (name: string, parameters?: Parameters) => Promise<Row[]>;

export const runner =
  (transaction: ManagedTransaction): Run =>
  async (name, parameters = {}) => {
    const { records } = await transaction.run(cypher(`ingest/${name}`), wholeNumbers(parameters));
    return records.map((record) => record.toObject());
  };

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

export async function storedArticle(run: Run, id: string): Promise<StoredArticle | undefined> {
  const [row] = await run('existing-articles', { ids: [id] });
  return row as unknown as StoredArticle | undefined;
}

export const existingFacts = async (run: Run, article: string) =>
  (await run('existing-facts', { article })) as unknown as ExistingFact[];

/** Removes those of the facts that no article states any more; answers `kind id` of each that went. */
export async function removeUnsupported(run: Run, facts: ExistingFact[]): Promise<Set<string>> {
  const removed = await run('remove-unsupported', idsByKind(facts));
  return new Set(removed.map(({ kind, id }) => `${kind} ${id}`));
}

export function idsByKind(facts: { kind: FactKind; id: string }[]): Record<FactKind, string[]> {
  return Object.fromEntries(
    FACT_KINDS.map((kind) => [kind, facts.filter((fact) => fact.kind === kind).map(({ id }) => id)]),
  ) as Record<FactKind, string[]>;
}
