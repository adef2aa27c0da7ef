import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkEdge, NetworkNode } from '../model/network.ts';

/** A value that every format for graphs can hold. */
export type Attribute = string | number | boolean | null;

/** A network for programs that draw and measure graphs: lists become text, and a name becomes a label. */
export function toGraph({ nodes, edges }: Network) {
  const graph = new MultiDirectedGraph<Record<string, Attribute>, Record<string, Attribute>>();
  for (const node of nodes) graph.addNode(node.id, nodeAttributes(node));
  for (const edge of edges)
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, edgeAttributes(edge));
  return graph;
}

/** What a node is, without its id. */
export function nodeAttributes({ id: _id, name, ...rest }: NetworkNode): Record<string, Attribute> {
  return { label: name, ...rest };
}

/** What an edge is, without its id and its ends. */
export function edgeAttributes(edge: NetworkEdge): Record<string, Attribute> {
  const { id: _id, source: _source, target: _target, labels, facts, ...rest } = edge;
  return { ...rest, labels: labels.join('; '), facts: facts.join('; ') };
}
