import { type ExistingFact, idsByKind, type Run } from './article-transaction.ts';
import { conflictFault } from './conflict.ts';
import { type ArticleFacts, type Edge, edgeKey, type Fact, factKey, SHARED_KINDS } from './facts.ts';
import type { InputFault } from './fault.ts';

/** A fact of an article that is in the graph already, whoever stated it. */
export interface SharedFact extends ExistingFact {
  properties: Fact['properties'];
  described: Edge[];
  /** An article that states it and is not part of this run, or null. */
  article: string | null;
}

/** @param together ids of the articles of this run. */
export async function sharedFacts(
  run: Run,
  { id, facts }: ArticleFacts,
  together: string[],
): Promise<SharedFact[]> {
  const ids = idsByKind(facts.filter(({ kind }) => SHARED_KINDS.has(kind)));
  const rows = await run('shared-facts', { ...ids, articles: [id, ...together] });
  return (rows as unknown as (Omit<SharedFact, 'edges'> & { edges: Edge[] })[]).map(({ edges, ...row }) => ({
    ...row,
    described: edges,
    edges: edges.map(edgeKey),
  }));
}

/** Faults for the facts that an article outside of this run describes differently. */
export function conflictsOf(article: ArticleFacts, shared: SharedFact[]): InputFault[] {
  const facts = new Map(article.facts.map((fact) => [factKey(fact), fact]));
  return shared.flatMap(({ article: other, hash, properties, described, ...key }) => {
    const fact = facts.get(factKey(key))!;
    if (other === null || fact.hash === hash) return [];
    return [conflictFault(article.file, fact, `article ${other}`, { properties, edges: described })];
  });
}
