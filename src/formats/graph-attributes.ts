import type { NetworkEdge, NetworkNode } from '../model/network.ts';

/** A value that every format for graphs can hold. */
export type Attribute = string | number | boolean | null;
export type Attributes = Record<string, Attribute>;

/** What a node is, without its id. */
export function nodeAttributes({ id: _id, name, ...rest }: NetworkNode): Attributes {
  return { label: name, ...rest };
}

/** What an edge is, without its id and its ends; lists become text. */
export function edgeAttributes(edge: NetworkEdge): Attributes {
  const { id: _id, source: _source, target: _target, labels, facts, ...rest } = edge;
  return { ...rest, labels: labels.join('; '), facts: facts.join('; ') };
}
