import { hash } from 'node:crypto';
import type { ReviewEntry } from '../../model/review-log.ts';

/** What an article brings of its own, in the order in which it is written: what is pointed at comes first. */
export const OWN_KINDS = [
  'Quotation',
  'Attribution',
  'UnnamedTarget',
  'Evidence',
  'Account',
  'Figure',
  'Mention',
  'ExcludedClaim',
] as const;

/** Kinds that articles give accounts of, and support by evidence: merged views of these accounts. */
export const TOLD_KINDS = ['Event', 'Relation', 'Role'] as const;

export type ToldKind = (typeof TOLD_KINDS)[number];

/** Merged views: what they hold is derived of what articles bring, and they stay as long as one article says so. */
const MERGED_KINDS = [...TOLD_KINDS, 'Statement'] as const;

export type MergedKind = (typeof MERGED_KINDS)[number];

export const FACT_KINDS = [...MERGED_KINDS, ...OWN_KINDS] as const;

export type FactKind = (typeof FACT_KINDS)[number];

type Scalar = string | number | boolean | null;

export interface Edge {
  type: string;
  to: string;
  /** Whether the target is an event; otherwise the type tells what it is. */
  toEvent?: boolean;
  /** What kind of fact is supported or told of. */
  toKind?: FactKind;
  properties?: Record<string, Scalar | string[]>;
}

/** A node of the graph with the relationships that start at it. */
export interface Fact {
  kind: FactKind;
  id: string;
  properties: Record<string, Scalar | string[] | number[]>;
  edges: Edge[];
  /** What an index finds it by: it follows from the facts of its article, and is no part of the hash. */
  lookup?: Record<string, string | string[] | null>;
  /** Digest of the first four: equal facts have equal hashes. */
  hash: string;
  /** Field and line of the annotation that it comes from. */
  field: (string | number)[];
  line: number | undefined;
}

/** What a fact and a relationship that starts at it are known by. */
export const factKey = ({ kind, id }: { kind: FactKind; id: string }) => `${kind} ${id}`;
export const edgeKey = ({ type, to }: Edge) => `${type} ${to}`;

/** The label of the node that a relationship leads to. */
export const targetLabel = ({ type, toEvent, toKind }: Edge): string => {
  if (toKind) return toKind;
  if (toEvent || type === 'SAID_AT') return 'Event';
  return TARGETS[type] ?? 'Entity';
};

const TARGETS: Record<string, string> = {
  HELD_BY: 'Person',
  AUTHORED_BY: 'Person',
  IN: 'Article',
  RENDERS: 'Statement',
  ATTRIBUTES: 'Quotation',
  TARGET_OF: 'Quotation',
  ASSERTED_BY: 'Statement',
  NAMES_EVENT: 'EventReference',
};

/** All that one article brings to the graph: what it says by itself. What it shares with others is derived of that. */
export interface ArticleFacts {
  id: string;
  file: string;
  properties: Record<string, Scalar>;
  authors: { person: string; confidence: number; reason: string | null; evidence: Record<string, Scalar> }[];
  facts: Fact[];
  /** Digest of the article and all its facts: where it is unchanged, so is the graph. */
  digest: string;
  /** The annotation as it was given. */
  annotation: unknown;
  /** Whether no person has reviewed it: it is held apart from what was reviewed. */
  isDraft?: boolean;
  /** What its review took, where that is known; it is no part of the digest. */
  review?: readonly ReviewEntry[];
  /** Ids of the decisions that changed it; none by default. */
  decisions?: string[];
}

/** The merged view that a fact of an article belongs to; undefined for what belongs to none, or to a quotation. */
function mergedOf({ edges }: Pick<Fact, 'edges'>): { kind: MergedKind; id: string } | undefined {
  for (const { type, to, toKind } of edges) {
    if (type === 'RENDERS') return { kind: 'Statement', id: to };
    if (toKind) return { kind: toKind as MergedKind, id: to };
  }
  return undefined;
}

/** The merged views that an article has a part in, each once, by their keys. */
export function mergedFacts({ facts }: Pick<ArticleFacts, 'facts'>) {
  const merged = facts.flatMap((fact) => mergedOf(fact) ?? []);
  return new Map(merged.map((one) => [factKey(one), one]));
}

export function statementCount({ facts }: Pick<ArticleFacts, 'facts'>): number {
  const ids = new Set<unknown>();
  for (const { kind, properties } of facts) if (kind === 'Quotation') ids.add(properties.statementId);
  return ids.size;
}

/** A short identifier that depends on nothing but its parts. */
export const derivedId = (letter: string, ...parts: (string | number | null)[]) =>
  `${letter}-${digest(parts).slice(0, 16)}`;

/** SHA-256 of a value as JSON, in hexadecimal. */
export const digest = (value: unknown) =>
  hash('sha256', typeof value === 'string' ? value : JSON.stringify(value));

/** A list as a property: absent where it is empty, since the importer of a bulk load cannot write an empty one. */
export const filled = <Of extends string | number>(list: Of[]) => (list.length > 0 ? list : null);

export function fact(
  kind: FactKind,
  id: string,
  field: Fact['field'],
  properties: Fact['properties'],
  edges: Edge[],
): Fact {
  const unordered = edges.map((edge) => JSON.stringify(edge)).sort();
  return { kind, id, field, line: undefined, properties, edges, hash: digest([properties, unordered]) };
}
