import type { ExistingFact, StoredArticle } from './article-transaction.ts';
import { type ArticleFacts, edgeKey, factKey, SHARED_KINDS } from './facts.ts';
import { Tally } from './tally.ts';

export interface Changes {
  stored: StoredArticle | undefined;
  /** What was in the graph before, by key. */
  before: Map<string, ExistingFact>;
  /** What the article said before and says no longer. */
  gone: ExistingFact[];
  /** Keys of the shared facts that no article says any longer. */
  removed: Set<string>;
}

const authorships = (people: string[]) => people.map((person) => `AUTHORED_BY ${person}`);

export function unchangedTally({ facts, authors }: ArticleFacts): Tally {
  const tally = new Tally();
  tally.add('nodes', 'Article', 'unchanged');
  const edges = authorships(authors.map(({ person }) => person));
  addEdges(tally, edges, edges);
  for (const fact of facts) {
    tally.add('nodes', fact.kind, 'unchanged');
    addEdges(tally, fact.edges.map(edgeKey), fact.edges.map(edgeKey));
  }
  return tally;
}

export function changeTally(
  { facts, authors }: ArticleFacts,
  { stored, before, gone, removed }: Changes,
): Tally {
  const tally = new Tally();
  tally.add('nodes', 'Article', stored ? 'updated' : 'created');
  addEdges(tally, authorships(stored?.authors ?? []), authorships(authors.map(({ person }) => person)));
  for (const fact of facts) {
    const was = before.get(factKey(fact));
    tally.add('nodes', fact.kind, !was ? 'created' : was.hash === fact.hash ? 'unchanged' : 'updated');
    addEdges(tally, was?.edges ?? [], fact.edges.map(edgeKey));
  }
  for (const fact of gone) {
    if (SHARED_KINDS.has(fact.kind) && !removed.has(factKey(fact))) continue;
    tally.add('nodes', fact.kind, 'removed');
    addEdges(tally, fact.edges, []);
  }
  return tally;
}

/** Two relationships of one type may lead to one target, as those of an actor who is a recipient too. */
function addEdges(tally: Tally, before: string[], after: string[]): void {
  const left = [...before];
  for (const edge of after) {
    const at = left.indexOf(edge);
    if (at >= 0) left.splice(at, 1);
    tally.add('relationships', typeOf(edge), at >= 0 ? 'unchanged' : 'created');
  }
  for (const edge of left) tally.add('relationships', typeOf(edge), 'removed');
}

const typeOf = (edge: string) => edge.slice(0, edge.indexOf(' '));
