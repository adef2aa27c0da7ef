import type { TellingSources } from '../facts/derive-told.ts';
import { authorProperties, edgeProperties } from '../facts/edge-properties.ts';
import { type ArticleFacts, type Fact, targetLabel } from '../facts/facts.ts';
import { packed, reviewProperties } from '../facts/source-record.ts';
import { type QuotationSource, sourcesOf } from '../facts/sources.ts';
import type { PartitionedSources } from './partitioned-sources.ts';
import type { Tables } from './tables.ts';

/** What articles bring to merged views. */
interface Sources {
  statements: PartitionedSources<QuotationSource[]>;
  told: PartitionedSources<TellingSources>;
}

/**
 * Writes an article with what it says of its own; what that brings to merged views goes to their sources, and the events that it names
 * to the references.
 */
export function writeArticle(
  tables: Tables,
  { statements, told }: Sources,
  eventReferences: Set<string>,
  article: ArticleFacts,
): void {
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
  for (const fact of facts) writeOwn(tables, eventReferences, fact);
  const sources = sourcesOf([article]);
  for (const [statement, quotations] of sources.statements) statements.add(statement, quotations);
  for (const [key, telling] of sources.told) told.add(key, telling);
}

function writeOwn(tables: Tables, eventReferences: Set<string>, fact: Fact): void {
  const { kind, id, properties, hash, edges, lookup } = fact;
  tables.node(kind, id, { ...properties, ...lookup, hash });
  for (const edge of edges) {
    if (edge.type === 'NAMES_EVENT') eventReferences.add(edge.to);
    tables.relationship(edge.type, [kind, id], [targetLabel(edge), edge.to], edgeProperties(fact, edge));
  }
}
