import { deriveStatement } from '../facts/derive-statement.ts';
import { deriveTold } from '../facts/derive-told.ts';
import { type ArticleFacts, edgeKey, type Fact, factKey, type ToldKind } from '../facts/facts.ts';
import { sourcesOf } from '../facts/sources.ts';
import { Tally } from '../tally.ts';
import type { ExistingFact, StoredArticle } from './article-transaction.ts';
import type { MergedChange } from './write-merged.ts';

export interface Changes {
  /** The articles that were in the graph before, by id. */
  stored: Map<string, StoredArticle>;
  /** What the articles said before, by key. */
  before: Map<string, ExistingFact>;
  /** What the articles said before and say no longer. */
  dropped: ExistingFact[];
  /** What became of the merged views that they have or had a part in. */
  merged: MergedChange[];
}

const authorships = (people: string[]) => people.map((person) => `AUTHORED_BY ${person}`);

/** What an article that is there as it is leaves unchanged: itself, its facts and the merged views that they belong to. */
export function unchangedTally(article: ArticleFacts): Tally {
  const { facts, authors } = article;
  const tally = new Tally();
  tally.add('nodes', 'Article', 'unchanged');
  tally.add('relationships', 'AUTHORED_BY', 'unchanged', authors.length);
  for (const fact of [...mergedFactsOf(article), ...facts]) {
    tally.add('nodes', fact.kind, 'unchanged');
    for (const { type } of fact.edges) tally.add('relationships', type, 'unchanged');
  }
  return tally;
}

/** The merged views that an article has a part in, as it would make them by itself. */
function mergedFactsOf(article: ArticleFacts): Fact[] {
  const { statements, told } = sourcesOf([article]);
  return [
    ...[...statements].map(([id, quotations]) => deriveStatement(id, quotations, () => true).fact),
    ...[...told].map(([key, sources]) => {
      const [kind, id] = key.split(' ') as [ToldKind, string];
      return deriveTold(kind, id, sources);
    }),
  ];
}

/** What a transaction changed. */
export function changeTally(articles: ArticleFacts[], { stored, before, dropped, merged }: Changes): Tally {
  const tally = new Tally();
  for (const { id, authors, facts } of articles) {
    const was = stored.get(id);
    tally.add('nodes', 'Article', was ? 'updated' : 'created');
    addEdges(tally, authorships(was?.authors ?? []), authorships(authors.map(({ person }) => person)));
    for (const fact of facts) addChange(tally, fact.kind, before.get(factKey(fact)) ?? null, fact);
  }
  for (const fact of dropped) addChange(tally, fact.kind, fact, null);
  for (const { kind, before: was, after } of merged) addChange(tally, kind, was, after);
  return tally;
}

function addChange(
  tally: Tally,
  kind: string,
  before: MergedChange['before'],
  after: MergedChange['after'],
): void {
  const isSame = before !== null && after !== null && before.hash === after.hash;
  const change = before === null ? 'created' : after === null ? 'removed' : isSame ? 'unchanged' : 'updated';
  tally.add('nodes', kind, change);
  addEdges(tally, before?.edges ?? [], after?.edges.map(edgeKey) ?? []);
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
