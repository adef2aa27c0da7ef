import { type ArticleFacts, edgeKey, factKey, SHARED_KINDS } from '../facts/facts.ts';
import { Tally } from '../tally.ts';
import type { ExistingFact, StoredArticle } from './article-transaction.ts';

export interface Changes {
  /** The articles that were in the graph before, by id. */
  stored: Map<string, StoredArticle>;
  /** What was in the graph before, by key. */
  before: Map<string, ExistingFact>;
  /** What the articles said before and say no longer. */
  dropped: ExistingFact[];
  /** Keys of the shared facts that no article says any longer. */
  removed: Set<string>;
}

const authorships = (people: string[]) => people.map((person) => `AUTHORED_BY ${person}`);

export function unchangedTally({ facts, authors }: ArticleFacts): Tally {
  const tally = new Tally();
  tally.add('nodes', 'Article', 'unchanged');
  tally.add('relationships', 'AUTHORED_BY', 'unchanged', authors.length);
  for (const fact of facts) {
    tally.add('nodes', fact.kind, 'unchanged');
    for (const { type } of fact.edges) tally.add('relationships', type, 'unchanged');
  }
  return tally;
}

/** What a transaction changed; a fact that several of its articles state is created by the first of them. */
export function changeTally(articles: ArticleFacts[], { stored, before, dropped, removed }: Changes): Tally {
  const tally = new Tally();
  const written = new Set<string>();
  for (const { id, authors, facts } of articles) {
    const was = stored.get(id);
    tally.add('nodes', 'Article', was ? 'updated' : 'created');
    addEdges(tally, authorships(was?.authors ?? []), authorships(authors.map(({ person }) => person)));
    for (const fact of facts) {
      const key = factKey(fact);
      const known = before.get(key);
      const isUnchanged = written.has(key) || known?.hash === fact.hash;
      written.add(key);
      tally.add('nodes', fact.kind, isUnchanged ? 'unchanged' : known ? 'updated' : 'created');
      if (known && !isUnchanged) addEdges(tally, known.edges, fact.edges.map(edgeKey));
      else
        for (const { type } of fact.edges)
          tally.add('relationships', type, isUnchanged ? 'unchanged' : 'created');
    }
  }
  for (const fact of dropped) {
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
