import type { Network } from '../model/network.ts';
import { nodeAttributes } from './graph-attributes.ts';

/**
 * A network as the JSON of Cytoscape.js. networkx reads it too, and needs the `value` of a node and the `key` of an
 * edge, without which it merges the edges between two nodes into one.
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
