import gexf from 'graphology-gexf';
import type { Network } from '../model/network.ts';
import { type Attribute, toGraph } from './network-graph.ts';

/** A network as GEXF 1.2, which Gephi and networkx read. */
export const toGexf = (network: Network): string =>
  gexf.write(toGraph(network), {
    pretty: false,
    formatNode: (_id, { label, ...attributes }) => ({ label: String(label), attributes }),
    formatEdge: (_id, { weight, ...attributes }: Record<string, Attribute>) => ({
      weight: Number(weight),
      attributes,
    }),
  });
