import type { Fault } from '../../model/fault.ts';
import { conflictFault, type Description } from '../check/conflict-fault.ts';
import { type ArticleFacts, edgeKey, type Fact, factKey } from '../facts/facts.ts';
import type { ExistingFact } from './article-transaction.ts';
import type { Run } from './locked-write.ts';

/** A fact that the graph describes otherwise than an article does. */
export interface DifferentFact extends ExistingFact {
  description: Description;
  /** Ids of the articles that state it. */
  articles: string[];
}

type DifferentRow = Omit<ExistingFact, 'edges'> & Pick<DifferentFact, 'articles'> & Description;

/** The facts of the graph that are described differently there; those that no article states alike have none. */
export async function differentFacts(run: Run, facts: Fact[]): Promise<Map<string, DifferentFact>> {
  const rows = (kind: Fact['kind']) =>
    facts.filter((fact) => fact.kind === kind).map(({ id, hash }) => ({ id, hash }));
  const parameters = { Statement: rows('Statement'), Event: rows('Event') };
  if (parameters.Statement.length + parameters.Event.length === 0) return new Map();
  const found = await run<DifferentRow>('different-facts', parameters);
  return new Map(
    found.map((row) => [
      factKey(row),
      {
        ...row,
        edges: row.edges.map(edgeKey),
        description: { properties: row.properties, edges: row.edges },
      },
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
): Fault[] {
  if (different.size === 0) return [];
  return article.facts.flatMap((fact) => {
    const found = different.get(factKey(fact));
    const other = found?.articles.find((id) => id !== article.id && !isOfRun(id));
    if (!found || other === undefined) return [];
    return [conflictFault(article.file, fact, `article ${other}`, found.description)];
  });
}
