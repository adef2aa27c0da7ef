import { lookupKeys } from '../../match/look-up.ts';
import { type ArticleFacts, type Fact, filled } from './facts.ts';
import { type RenderedArticle, renderingsOf } from './renderings.ts';

/**
 * Adds to each quotation what an index finds it by. It is worked out when it is first read: what is only checked needs none.
 * @param open the statements that have no id of their own: they may be one with any other.
 */
export function addLookups(article: RenderedArticle, open: ReadonlySet<string>): void {
  const renderings = once(() => new Map(renderingsOf(article).map((rendering) => [rendering.id, rendering])));
  for (const fact of article.facts) {
    if (fact.kind !== 'Quotation') continue;
    const statementId = String(fact.properties.statementId);
    const isOpen = open.has(statementId);
    const rendering = () => renderings().get(fact.id)!;
    const keys = once(() => lookupKeys(rendering()));
    fact.lookup = {
      openId: isOpen ? statementId : null,
      get occasionSigns() {
        return filled([...rendering().occasionSigns]);
      },
      get ownKeys() {
        return isOpen ? null : keys();
      },
      get openKeys() {
        return isOpen ? keys() : null;
      },
    };
  }
}

/** An article as another thread is given it, which works out the look-ups. */
export type ArticleWithoutLookups = Omit<ArticleFacts, 'facts'> & {
  facts: Omit<Fact, 'lookup'>[];
  /** Ids of the statements that have no id of their own. */
  open: string[];
};

export function withoutLookups(article: ArticleFacts): ArticleWithoutLookups {
  const open = article.facts.flatMap(({ lookup }) => (lookup?.openId ? [String(lookup.openId)] : []));
  return { ...article, open, facts: article.facts.map(({ lookup, ...fact }) => fact) };
}

export function withLookups({ open, ...article }: ArticleWithoutLookups): ArticleFacts {
  addLookups(article, new Set(open));
  return article;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
