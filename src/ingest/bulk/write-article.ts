import { authorProperties, edgeProperties } from '../facts/edge-properties.ts';
import { type ArticleFacts, type Fact, factKey, SHARED_KINDS, targetLabel } from '../facts/facts.ts';
import { packed } from '../facts/source-record.ts';
import { statementViews } from '../facts/statement-views.ts';
import { tellings } from '../facts/tellings.ts';
import type { SharedFacts } from './shared-facts.ts';
import type { Tables } from './tables.ts';

/** Writes an article and what it alone states; what others may state too goes to the shared facts. */
export function writeArticle(tables: Tables, shared: SharedFacts, article: ArticleFacts): void {
  const { id, properties, digest, authors, facts, annotation } = article;
  tables.node('Article', id, { ...properties, digest });
  tables.node('Source', id, { annotation: packed(annotation) });
  for (const decision of article.decisions ?? [])
    tables.relationship('DECIDED_BY', ['Source', id], ['Decision', decision]);
  for (const author of new Map(authors.map((author) => [author.person, author])).values())
    tables.relationship(
      'AUTHORED_BY',
      ['Article', id],
      ['Entity', author.person],
      authorProperties(article, author),
    );
  const views = statementViews([article]);
  const told = tellings(article);
  for (const fact of facts) {
    if (!SHARED_KINDS.has(fact.kind)) writeOwn(tables, fact);
    else if (fact.kind === 'Statement') shared.add({ ...fact, view: views.get(fact.id) });
    else shared.add({ ...fact, telling: told.get(factKey(fact)) });
  }
}

function writeOwn(tables: Tables, fact: Fact): void {
  const { kind, id, properties, hash, edges } = fact;
  tables.node(kind, id, { ...properties, hash });
  for (const edge of edges)
    tables.relationship(edge.type, [kind, id], [targetLabel(edge), edge.to], edgeProperties(fact, edge));
}
