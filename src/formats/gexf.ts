import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import type { Network } from '../model/network.ts';
import { type Attributes, edgeAttributes, nodeAttributes } from './graph-attributes.ts';

/** A network as GEXF 1.2, which Gephi and networkx read. */
export function toGexf({ nodes, edges }: Network): string {
  const graph = new MultiDirectedGraph<Attributes, Attributes>();
  for (const node of nodes) graph.addNode(node.id, nodeAttributes(node));
  for (const edge of edges)
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, edgeAttributes(edge));
  return gexf.write(graph, {
    pretty: false,
    formatNode: (_id, { label, ...attributes }) => ({ label: String(label), attributes }),
    formatEdge: (_id, { weight, ...attributes }: Attributes) => ({ weight: Number(weight), attributes }),
  });
}
