import { conflictFault } from '../check/conflict.ts';
import type { InputFault } from '../check/input-error.ts';
import { type ArticleFacts, type Edge, edgeKey, type Fact, factKey } from '../facts/facts.ts';
import type { ExistingFact } from './article-transaction.ts';
import type { Run } from './locked-write.ts';

/** A fact that is in the graph in other words than an article has it. */
export interface DifferentFact extends ExistingFact {
  properties: Fact['properties'];
  described: Edge[];
  /** Ids of the articles that state it. */
  articles: string[];
}

/** The facts of the graph that are described differently there; those that no article states alike have none. */
export async function differentFacts(run: Run, facts: Fact[]): Promise<Map<string, DifferentFact>> {
  const rows = (kind: Fact['kind']) =>
    facts.filter((fact) => fact.kind === kind).map(({ id, hash }) => ({ id, hash }));
  const parameters = { Statement: rows('Statement'), Event: rows('Event') };
  if (parameters.Statement.length + parameters.Event.length === 0) return new Map();
  const found = await run('shared-facts', parameters);
  return new Map(
    (found as unknown as (Omit<DifferentFact, 'edges'> & { edges: Edge[] })[]).map(({ edges, ...row }) => [
      factKey(row),
      { ...row, described: edges, edges: edges.map(edgeKey) },
    ]),
  );
}

/**
 * Faults for the facts that an article outside of this run describes differently.
 * @param isOfRun whether an article of this id is loaded by this run, which may change a shared fact in all its articles.
 */
export function conflictsOf(
  article: ArticleFacts,
  different: Map<string, DifferentFact>,
  isOfRun: (article: string) => boolean,
): InputFault[] {
  if (different.size === 0) return [];
  return article.facts.flatMap((fact) => {
    const there = different.get(factKey(fact));
    const other = there?.articles.find((id) => id !== article.id && !isOfRun(id));
    if (!there || other === undefined) return [];
    return [
      conflictFault(article.file, fact, `article ${other}`, {
        properties: there.properties,
        edges: there.described,
      }),
    ];
  });
}
