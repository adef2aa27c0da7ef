import { actProperties, dateProperties, intervalKey, sortKey } from '../ingest/facts/fact-properties.ts';
import { derivedId, digest, type Edge, type Fact, type FactKind, fact } from '../ingest/facts/facts.ts';
import { NODE_PROPERTIES } from '../ingest/facts/graph-properties.ts';
import { PLOVER_DETAILS } from '../model/act.ts';
import { dayRange } from '../model/date.ts';
import { nameKey } from '../model/name-key.ts';
import type { NodeKind } from '../model/node-kind.ts';
import { differences } from './finding.ts';

type Properties = Record<string, unknown>;

interface StoredEdge {
  type: string;
  to: string | null;
  labels: string[];
  /** What a participant does, or how something is spoken of. */
  role: string | null;
  /** The articles that say so, of a merged view. */
  articles: string[] | null;
}

export interface FactRow {
  id: string;
  properties: Properties;
  edges: StoredEdge[];
}

/** What is wrong with a fact by itself: what it derives from its other values, and what its id and hash are made of. */
export function factFaults({ id, properties, edges }: FactRow, kind: NodeKind): string[] {
  const own = withAll(kind, properties);
  const noDate = ['saidEdtf', 'dateEdtf'].filter(
    (name) => typeof own[name] === 'string' && !isDate(own[name]),
  );
  if (noDate.length > 0) return noDate.map((name) => `${name} is no date in EDTF: ${own[name]}`);
  const to = (type: string) => edges.find((edge) => edge.type === type)?.to ?? null;
  const made = madeId(kind, own, edges, to);
  return [
    ...unknownProperties(kind, properties),
    ...repeatedEdges(edges),
    ...differences(properties, derivedValues(kind, id, own, to)),
    ...(made === undefined || made === id ? [] : [`its values make the id ${made}`]),
    ...(hashOf(kind, id, own, edges) === properties.hash
      ? []
      : ['its hash is not that of its values and relationships']),
  ];
}

/** The properties of a kind that an article states, in the order in which they are hashed. */
export function withAll(kind: NodeKind, properties: Properties, upTo = 'hash'): Properties {
  const names = Object.keys(NODE_PROPERTIES[kind]);
  return Object.fromEntries(
    names.slice(0, names.indexOf(upTo)).map((name) => [name, properties[name] ?? null]),
  );
}

/** Properties that a node of a kind has and nothing writes. */
export function unknownProperties(kind: NodeKind, properties: Properties): string[] {
  const known = new Set(['id', 'unrendered', ...Object.keys(NODE_PROPERTIES[kind])]);
  return Object.keys(properties)
    .filter((name) => !known.has(name))
    .map((name) => `holds ${name}, which nothing writes`);
}

function repeatedEdges(edges: StoredEdge[]): string[] {
  const same = Map.groupBy(
    edges,
    ({ type, to, role }) => `${type} ${to}${role === null ? '' : ` as ${role}`}`,
  );
  return [...same]
    .filter(([, all]) => all.length > 1)
    .map(([edge, all]) => `${edge} is there ${all.length} times`);
}

function derivedValues(
  kind: NodeKind,
  id: string,
  own: Properties,
  to: (type: string) => string | null,
): Properties {
  const date = (name: string) => ({ edtf: text(own[`${name}Edtf`]), basis: String(own[`${name}Basis`]) });
  const keys = (name: string) => ({
    ...dateProperties(name, date(name)),
    sortKey: sortKey(date(name), id),
    intervalKey: intervalKey(date(name), id),
  });
  switch (kind) {
    case 'Statement':
      return { ...actProperties(text(own.cameo)), ...keys('said') };
    case 'Event': {
      const mode = PLOVER_DETAILS.get(String(own.cameo))?.mode ?? null;
      return { ...actProperties(text(own.cameo)), mode, ...keys('date') };
    }
    case 'Relation': {
      const [subjectId, objectId] = [to('SUBJECT'), to('OBJECT')];
      const key = [subjectId, own.predicate, objectId, id].join(' ');
      return { ...dateProperties('date', date('date')), subjectId, objectId, key };
    }
    case 'Figure':
      return typeof own.value === 'number' ? { from: own.value, to: own.value } : {};
    case 'Mention': {
      const entityId = to('REFERS_TO');
      const key = [to('IN'), String(own.start).padStart(9, '0'), id].join(' ');
      return { entityId, unresolved: entityId === null ? true : null, key };
    }
    default:
      return {};
  }
}

/** The id that the values of a fact make; undefined for what articles name themselves. */
function madeId(
  kind: NodeKind,
  own: Properties,
  edges: StoredEdge[],
  to: (type: string) => string | null,
): string | undefined {
  const of = own as Record<string, string | number | null>;
  const supported = edges.find(({ type }) => type === 'SUPPORTS');
  switch (kind) {
    case 'Role':
      return derivedId(
        'r',
        to('HELD_BY'),
        of.kind!,
        of.title === null ? null : nameKey(String(of.title)),
        to('OF'),
      );
    case 'Relation':
      return derivedId('l', to('SUBJECT'), of.predicate!, to('OBJECT'));
    case 'Quotation':
      return derivedId('q', to('IN'), of.statementId!, ...placesOf(own));
    case 'Attribution': {
      const describedOf = to('DESCRIBED_OF');
      const described = describedOf === null ? [] : [describedOf];
      return derivedId('a', to('ATTRIBUTES'), speakersIn(edges), of.basis!, of.start!, ...described);
    }
    case 'UnnamedTarget':
      return derivedId('t', to('TARGET_OF'), of.start!, of.end!, to('DESCRIBED_OF'));
    case 'Evidence':
      return derivedId('e', to('IN'), supported?.labels[0] ?? null, to('SUPPORTS'), of.start!, of.end!);
    case 'Account': {
      const told = edges.find(({ type }) => type === 'TELLS_OF');
      return derivedId('c', to('IN'), told?.labels[0] ?? null, to('TELLS_OF'), digest(own));
    }
    case 'Figure': {
      const values = [of.what!, of.value!, of.from!, of.to!, of.unit!, of.as!, of.confidence!];
      const [article, event, statement] = [to('IN'), to('FIGURE_OF'), of.statementId!];
      return derivedId('f', article, event, ...values, statement, of.start!, of.end!);
    }
    case 'Mention':
      return derivedId('m', to('IN'), to('REFERS_TO'), of.start!, of.end!);
    case 'ExcludedClaim':
      return derivedId('x', to('IN'), of.start!, of.end!);
    default:
      return undefined;
  }
}

/** Where the parts of a quotation begin and end. */
function placesOf({ start, end, partStarts, partEnds }: Properties): number[] {
  if (!Array.isArray(partStarts)) return [Number(start), Number(end)];
  return partStarts.flatMap((one, nth) => [Number(one), Number((partEnds as unknown[])[nth])]);
}

/** The ids of those who speak, in one text, or null where nobody is named. */
function speakersIn(edges: StoredEdge[]): string | null {
  const speakers = edges.filter(({ type }) => type === 'TO').map(({ to }) => to);
  return speakers.length > 0 ? speakers.sort().join(' ') : null;
}

const hashOf = (kind: NodeKind, id: string, own: Properties, edges: StoredEdge[]) =>
  fact(
    kind as FactKind,
    id,
    [],
    own as Fact['properties'],
    edges.map((edge) => asRead(edge, own.statementId)),
  ).hash;

const TO_FACTS = new Set(['SUPPORTS', 'TELLS_OF', 'FIGURE_OF']);

/** A relationship as the article that states it gives it, or as the merged view does. */
function asRead({ type, to, labels, role, articles }: StoredEdge, statement: unknown): Edge {
  const edge = { type, to: to ?? '' };
  switch (type) {
    case 'ABOUT':
      return {
        ...edge,
        toEvent: labels.includes('Event'),
        properties: { as: role, articles: articles ?? [] },
      };
    case 'PARTICIPANT':
      return { ...edge, properties: { role, articles: articles ?? [] } };
    case 'SAID_AT':
      return { ...edge, properties: { articles: articles ?? [] } };
    case 'RENDERS':
    case 'ASSERTED_BY':
      return { type, to: String(statement) };
    default:
      return TO_FACTS.has(type) ? { ...edge, toKind: labels[0] as FactKind } : edge;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const isDate = (value: unknown) => dayRange(String(value)) !== null;
