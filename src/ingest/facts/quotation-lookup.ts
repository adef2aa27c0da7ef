import { lookupKeys } from '../../match/look-up.ts';
import { filled } from './facts.ts';
import { type RenderedArticle, renderingsOf } from './renderings.ts';

/**
 * Adds to each quotation what an index finds it by.
 * @param open the statements that have no id of their own: they may be one with any other.
 */
export function addLookups(article: RenderedArticle, open: ReadonlySet<string>): void {
  const byId = new Map(renderingsOf(article).map((rendering) => [rendering.id, rendering]));
  for (const fact of article.facts) {
    const rendering = fact.kind === 'Quotation' && byId.get(fact.id);
    if (!rendering) continue;
    const isOpen = open.has(rendering.statementId);
    const keys = lookupKeys(rendering);
    fact.lookup = {
      openId: isOpen ? rendering.statementId : null,
      occasionSigns: filled([...rendering.occasionSigns]),
      ownKeys: isOpen ? null : keys,
      openKeys: isOpen ? keys : null,
    };
  }
}
