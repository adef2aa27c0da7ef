import { deriveStatement, type StatementDerivation } from '../../src/ingest/facts/derive-statement.ts';
import { deriveTold } from '../../src/ingest/facts/derive-told.ts';
import { authorProperties, edgeProperties } from '../../src/ingest/facts/edge-properties.ts';
import type { ArticleFacts, Fact, ToldKind } from '../../src/ingest/facts/facts.ts';
import { packed } from '../../src/ingest/facts/source-record.ts';
import { sourcesOf } from '../../src/ingest/facts/sources.ts';

export type Rows = Map<string, Record<string, unknown>[]>;

/** The rows of `PLAIN_QUERIES` for some articles, with the merged views of these worked out beforehand. */
export function plainRows(articles: ArticleFacts[]): Rows {
  const rows: Rows = new Map();
  const add = (query: string, row: Record<string, unknown>) => {
    const of = rows.get(query);
    if (of) of.push(row);
    else rows.set(query, [row]);
  };
  for (const article of articles) {
    const { id, properties, digest, authors, facts } = article;
    add('Article', { id, properties: { ...properties, digest } });
    add('Source', { id, annotation: packed(article.annotation) });
    for (const author of authors)
      add('AUTHORED_BY', { from: id, to: author.person, properties: authorProperties(article, author) });
    for (const fact of facts) addFact(fact, add);
  }
  const { told, statements } = sourcesOf(articles);
  for (const [key, sources] of told) {
    const [kind, id] = key.split(' ') as [ToldKind, string];
    const fact = deriveTold(kind, id, sources);
    if (kind === 'Event') addEvent(fact, add);
    else addFact(fact, add);
  }
  for (const [id, quotations] of statements)
    addStatement(
      deriveStatement(id, quotations, () => true),
      add,
    );
  return rows;
}

type Add = (query: string, row: Record<string, unknown>) => void;

const nodeRow = ({ id, hash, properties, lookup }: Fact) => ({
  id,
  properties: { ...properties, ...lookup, hash },
});

function addFact(fact: Fact, add: Add): void {
  const edges = Object.fromEntries(fact.edges.map(({ type, to }) => [type, to]));
  for (const { type, to } of fact.edges)
    if (type === 'NAMES_ENTITY') add(`NamesOf${fact.kind}`, { from: fact.id, to });
  const row = { ...nodeRow(fact), ...edges };
  const toFact = fact.edges.find(({ toKind }) => toKind !== undefined);
  if (!toFact) add(fact.kind, row);
  else {
    const query = fact.kind === 'Figure' ? 'Figure' : `${fact.kind}Of${toFact.toKind}`;
    add(query, { ...row, of: edgeProperties(fact, toFact) });
  }
}

function addEvent(fact: Fact, add: Add): void {
  add('Event', nodeRow(fact));
  for (const edge of fact.edges)
    add(edge.type, { from: fact.id, to: edge.to, properties: edgeProperties(fact, edge) });
}

function addStatement({ fact, speakerIds, saidBy, keys }: StatementDerivation, add: Add): void {
  const from = fact.id;
  add('Statement', nodeRow(fact));
  for (const edge of fact.edges) {
    const { type, to, toEvent } = edge;
    const suffix = type === 'ABOUT' && toEvent ? '_EVENT' : '';
    add(type + suffix, { from, to, properties: edgeProperties(fact, edge) });
    if (type !== 'ABOUT') continue;
    for (const speakerId of speakerIds)
      add(`SPEAKS_ABOUT${suffix}`, { from, to, properties: { speakerId, targetId: to, ...keys } });
  }
  for (const by of saidBy) add('SAID_BY', { from, to: by.speakerId, properties: by });
}
