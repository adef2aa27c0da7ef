import { type ArticleFacts, type Fact, SHARED_KINDS } from '../facts.ts';
import type { Quoted } from './derive.ts';
import type { SharedFacts } from './shared-facts.ts';
import type { Tables } from './tables.ts';

/** Kinds that relationships of an article's own facts lead to, where the type alone tells it. */
const TARGETS: Record<string, string> = {
  IN: 'Article',
  RENDERS: 'Statement',
  ATTRIBUTES: 'Quotation',
  TO: 'Entity',
  REFERS_TO: 'Entity',
};

/** Writes an article and what it alone states; what others may state too goes to the shared facts. */
export function writeArticle(tables: Tables, shared: SharedFacts, article: ArticleFacts): void {
  const { id, properties, digest, authors, facts } = article;
  tables.node('Article', id, { ...properties, digest });
  const credits = new Map(authors.map((author) => [author.person, author]));
  for (const { person, confidence, reason, evidence } of credits.values()) {
    const of = { ...evidence, confidence, reason, personId: person, articleId: id };
    tables.relationship('AUTHORED_BY', ['Article', id], ['Entity', person], of);
  }
  const quoted = quotedBy(article);
  const kinds = new Map<string, string>();
  for (const fact of facts) {
    if (!SHARED_KINDS.has(fact.kind)) continue;
    kinds.set(fact.id, fact.kind);
    shared.add(fact, fact.kind === 'Statement' ? quoted.get(fact.id) : undefined);
  }
  for (const fact of facts) if (!SHARED_KINDS.has(fact.kind)) writeOwn(tables, id, fact, kinds);
}

/** @param kinds of the facts that the article supports, by their ids. */
function writeOwn(tables: Tables, article: string, fact: Fact, kinds: Map<string, string>): void {
  const { kind, id, properties, hash, edges } = fact;
  tables.node(kind, id, { ...properties, hash });
  for (const { type, to } of edges) {
    if (type !== 'SUPPORTS') tables.relationship(type, [kind, id], [TARGETS[type]!, to]);
    else {
      const key = `${article} ${String(properties.start).padStart(9, '0')}`;
      tables.relationship(type, [kind, id], [kinds.get(to)!, to], { factId: to, key });
    }
  }
}

/** What an article's quotations add to its statements, by the id of the statement. */
function quotedBy({ facts, properties: of }: ArticleFacts): Map<string, Quoted> {
  const reported = [of.publishedEarliest, of.publishedLatest].flatMap((day) => day?.toString() ?? []);
  const statements = new Map<string, Quoted>();
  const quotations = new Map<string, Quoted>();
  for (const { kind, id, edges, properties } of facts) {
    if (kind !== 'Quotation') continue;
    const statement = target(edges, 'RENDERS')!;
    const quoted = statements.get(statement) ?? { voices: [], quoteTypes: [], reported };
    quoted.quoteTypes.push(String(properties.quoteType));
    statements.set(statement, quoted);
    quotations.set(id, quoted);
  }
  for (const { kind, edges, properties } of facts) {
    if (kind !== 'Attribution') continue;
    quotations.get(target(edges, 'ATTRIBUTES')!)!.voices.push({
      speaker: target(edges, 'TO') ?? '',
      rank: String(properties.rank),
      confidence: Number(properties.confidence),
    });
  }
  return statements;
}

const target = (edges: Fact['edges'], type: string) => edges.find((edge) => edge.type === type)?.to;
