import { hash } from 'node:crypto';

/** The kinds of fact that an article brings, in the order in which they are written: what is pointed at comes first. */
export const FACT_KINDS = [
  'Event',
  'Relation',
  'Role',
  'Statement',
  'Quotation',
  'Attribution',
  'Evidence',
  'Account',
  'Figure',
  'Mention',
  'ExcludedClaim',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** Kinds that articles give an account of, and support by evidence. */
export const TOLD_KINDS = ['Event', 'Relation', 'Role'] as const satisfies FactKind[];

/** Kinds that several articles may state together; they stay as long as one article says so. */
export const SHARED_KINDS: ReadonlySet<FactKind> = new Set([...TOLD_KINDS, 'Statement']);

type Scalar = string | number | boolean | null;

export interface Edge {
  type: string;
  to: string;
  /** Whether the target is an event; otherwise the type tells what it is. */
  toEvent?: boolean;
  /** What kind of fact is supported or told of. */
  toKind?: FactKind;
  properties?: Record<string, Scalar>;
}

/** A node of the graph with the relationships that start at it. */
export interface Fact {
  kind: FactKind;
  id: string;
  properties: Record<string, Scalar | string[] | number[]>;
  edges: Edge[];
  /** Digest of all the above: equal facts have equal hashes. */
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
  ASSERTED_BY: 'Statement',
};

/** All that one article brings to the graph. */
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
  /** Ids of the decisions that changed it; none by default. */
  decisions?: string[];
}

export const statementCount = ({ facts }: ArticleFacts) =>
  facts.reduce((count, { kind }) => count + (kind === 'Statement' ? 1 : 0), 0);

/** A short identifier that depends on nothing but its parts. */
export const derivedId = (letter: string, ...parts: (string | number | null)[]) =>
  `${letter}-${digest(parts).slice(0, 16)}`;

/** SHA-256 of a value as JSON, in hexadecimal. */
export const digest = (value: unknown) =>
  hash('sha256', typeof value === 'string' ? value : JSON.stringify(value));

/** A list as a property: absent where it is empty, since the importer of a bulk load cannot write an empty one. */
export const filled = (list: string[]) => (list.length > 0 ? list : null);

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
