import type { TellingSources } from '../facts/derive-told.ts';
import { authorProperties, edgeProperties } from '../facts/edge-properties.ts';
import { type ArticleFacts, type Fact, targetLabel } from '../facts/facts.ts';
import { packed, reviewProperties } from '../facts/source-record.ts';
import { type QuotationSource, sourcesOf } from '../facts/sources.ts';
import type { SourceFile } from './source-file.ts';
import type { Tables } from './tables.ts';

/** What articles bring to merged views. */
export interface SourceFiles {
  statements: SourceFile<QuotationSource[]>;
  told: SourceFile<TellingSources>;
}

/** Writes an article with what it says of its own; what that brings to merged views goes to their sources. */
export function writeArticle(tables: Tables, { statements, told }: SourceFiles, article: ArticleFacts): void {
  const { id, properties, digest, authors, facts, annotation, review = [] } = article;
  tables.node('Article', id, { ...properties, digest });
  tables.node('Source', id, { annotation: packed(annotation), ...reviewProperties(review) });
  for (const decision of article.decisions ?? [])
    tables.relationship('DECIDED_BY', ['Source', id], ['Decision', decision]);
  for (const author of new Map(authors.map((one) => [one.person, one])).values())
    tables.relationship(
      'AUTHORED_BY',
      ['Article', id],
      ['Entity', author.person],
      authorProperties(article, author),
    );
  for (const fact of facts) writeOwn(tables, fact);
  const sources = sourcesOf([article]);
  for (const [statement, quotations] of sources.statements) statements.add(statement, quotations);
  for (const [key, telling] of sources.told) told.add(key, telling);
}

function writeOwn(tables: Tables, fact: Fact): void {
  const { kind, id, properties, hash, edges, lookup } = fact;
  tables.node(kind, id, { ...properties, ...lookup, hash });
  for (const edge of edges) {
    if (edge.type === 'NAMES_EVENT') tables.once('EventReference', edge.to);
    tables.relationship(edge.type, [kind, id], [targetLabel(edge), edge.to], edgeProperties(fact, edge));
  }
}
