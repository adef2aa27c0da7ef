import type { Network } from '../model/network.ts';
import { nodeAttributes } from './network-graph.ts';

/**
 * A network as the JSON of Cytoscape.js. networkx reads it too, and asks for the `value` of a node and the `key` of an
 * edge, without which edges between the same nodes become one.
 */
export const toCytoscape = ({ nodes, edges }: Network): string =>
  JSON.stringify({
    data: {},
    directed: true,
    multigraph: true,
    elements: {
      nodes: nodes.map((node) => ({
        data: { id: node.id, value: node.id, name: node.name, ...nodeAttributes(node) },
      })),
      edges: edges.map((edge) => ({ data: { key: edge.id, ...edge } })),
    },
  });
