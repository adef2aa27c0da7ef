import { edgeProperties } from '../../src/ingest/facts/edge-properties.ts';
import type { ArticleFacts, Fact } from '../../src/ingest/facts/facts.ts';

export type Rows = Map<string, Record<string, unknown>[]>;

/** The rows of `PLAIN_QUERIES` for some articles, with what a graph keeps about statements worked out beforehand. */
export function plainRows(articles: ArticleFacts[]): Rows {
  const rows: Rows = new Map();
  const add = (query: string, row: Record<string, unknown>) => {
    const of = rows.get(query);
    if (of) of.push(row);
    else rows.set(query, [row]);
  };
  for (const { id, properties, digest, authors, facts } of articles) {
    add('Article', { id, properties: { ...properties, digest } });
    for (const { person, confidence, reason, evidence } of authors) {
      const keys = { personId: person, articleId: id };
      add('AUTHORED_BY', { from: id, to: person, properties: { ...evidence, confidence, reason, ...keys } });
    }
    const attributions = attributionsOf(facts);
    for (const fact of facts) {
      if (fact.kind === 'Event') addEvent(fact, add);
      else if (fact.kind === 'Statement') addStatement(fact, attributions.get(fact.id)!, properties, add);
      else addFact(fact, add);
    }
  }
  return rows;
}

type Add = (query: string, row: Record<string, unknown>) => void;

const nodeRow = ({ id, hash, properties }: Fact) => ({ id, properties: { ...properties, hash } });

function addFact(fact: Fact, add: Add): void {
  const edges = Object.fromEntries(fact.edges.map(({ type, to }) => [type, to]));
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
  const { sortKey, intervalKey } = fact.properties;
  for (const { type, to, properties } of fact.edges) {
    const keys = type === 'AT' ? { sortKey } : { ...properties, sortKey, intervalKey };
    add(type, { from: fact.id, to, properties: { entityId: to, ...keys } });
  }
}

interface Attributed {
  quoteType: unknown;
  rank: unknown;
  confidence: number;
  /** The generated articles name one speaker, or nobody. */
  speaker: string | null;
}

function attributionsOf(facts: Fact[]): Map<string, Attributed[]> {
  const quotations = new Map(facts.filter(({ kind }) => kind === 'Quotation').map((fact) => [fact.id, fact]));
  const found = new Map<string, Attributed[]>();
  for (const { kind, properties, edges } of facts) {
    if (kind !== 'Attribution') continue;
    const quotation = quotations.get(edges[0]!.to)!;
    const statement = quotation.edges.find(({ type }) => type === 'RENDERS')!.to;
    const attributed = {
      quoteType: quotation.properties.quoteType,
      rank: properties.rank,
      confidence: properties.confidence as number,
      speaker: edges[1]?.to ?? null,
    };
    found.set(statement, [...(found.get(statement) ?? []), attributed]);
  }
  return found;
}

function addStatement(fact: Fact, said: Attributed[], article: ArticleFacts['properties'], add: Add): void {
  const { sortKey, intervalKey } = fact.properties;
  const preferred = said.filter(({ rank }) => rank === 'preferred');
  const speakers = [...new Set(preferred.flatMap(({ speaker }) => speaker ?? []))];
  const named = [...new Set(said.flatMap(({ speaker }) => speaker ?? []))];
  const derived = {
    ...(speakers.length > 0 && { speakerIds: speakers }),
    isUnattributed: speakers.length === 0,
    ...(named.length > 1 && { contested: ['speaker'] }),
    isContested: named.length > 1,
    confidence: preferred.length > 0 ? Math.max(...preferred.map(({ confidence }) => confidence)) : null,
    quoteTypes: [...new Set(said.map(({ quoteType }) => quoteType))].sort(),
    reportedEarliest: article.publishedEarliest,
    reportedLatest: article.publishedLatest,
  };
  const { id, properties } = nodeRow(fact);
  add('Statement', { id, properties: { ...properties, ...derived } });
  for (const { type, to, toEvent, properties: of } of fact.edges) {
    if (type === 'SAID_AT') add('SAID_AT', { from: id, to });
    else {
      const keys = { targetId: to, sortKey, intervalKey };
      const about = { ...of, ...keys };
      add(toEvent ? 'ABOUT_EVENT' : 'ABOUT', { from: id, to, properties: about });
      for (const speakerId of speakers)
        add(toEvent ? 'SPEAKS_ABOUT_EVENT' : 'SPEAKS_ABOUT', {
          from: id,
          to,
          properties: { speakerId, ...keys },
        });
    }
  }
  for (const speakerId of named) {
    const preference = { preferred: speakers.includes(speakerId) };
    add('SAID_BY', {
      from: id,
      to: speakerId,
      properties: { speakerId, sortKey, intervalKey, ...preference },
    });
  }
}
