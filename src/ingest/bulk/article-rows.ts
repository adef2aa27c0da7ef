import type { Quoted } from '../facts/derive.ts';
import { type ArticleFacts, type Fact, SHARED_KINDS, targetLabel } from '../facts/facts.ts';
import { type Links, shownBy } from '../facts/statement-item.ts';
import type { SharedFacts } from './shared-facts.ts';
import type { Tables } from './tables.ts';

/** Writes an article and what it alone states; what others may state too goes to the shared facts. */
export function writeArticle(tables: Tables, shared: SharedFacts, article: ArticleFacts, links: Links): void {
  const { id, properties, digest, authors, facts } = article;
  tables.node('Article', id, { ...properties, digest });
  const credits = new Map(authors.map((author) => [author.person, author]));
  for (const { person, confidence, reason, evidence } of credits.values()) {
    const of = { ...evidence, confidence, reason, personId: person, articleId: id };
    tables.relationship('AUTHORED_BY', ['Article', id], ['Entity', person], of);
  }
  const quoted = quotedBy(article);
  const shown = shownBy(article, links);
  for (const fact of facts) {
    if (!SHARED_KINDS.has(fact.kind)) writeOwn(tables, id, fact);
    else if (fact.kind !== 'Statement') shared.add(fact);
    else shared.add({ ...fact, quoted: quoted.get(fact.id), shown: shown.get(fact.id) });
  }
}

function writeOwn(tables: Tables, article: string, { kind, id, properties, hash, edges }: Fact): void {
  tables.node(kind, id, { ...properties, hash });
  for (const edge of edges) {
    const key = `${article} ${String(properties.start).padStart(9, '0')}`;
    const supported = edge.type === 'SUPPORTS' ? { factId: edge.to, key } : undefined;
    tables.relationship(edge.type, [kind, id], [targetLabel(edge), edge.to], supported);
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
