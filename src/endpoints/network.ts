import { toCytoscape } from '../formats/cytoscape.ts';
import { toGexf } from '../formats/gexf.ts';
import { toGraphml } from '../formats/graphml.ts';
import { Network } from '../model/network.ts';
import { defineQuery } from '../query/define.ts';
import { COUNTED_FEED } from './counting.ts';
import { NETWORK_RULES, networkCounts, networkParams, networkReads, readNetwork } from './network-of.ts';

export const network = defineQuery({
  kind: 'computed',
  operationId: 'getNetwork',
  tag: 'networks',
  path: '/v1/network',
  summary: 'Who is connected to whom, and by how much',
  description: `Nodes and edges over statements, events and relations, for Gephi, networkx, Cytoscape and the like.

${NETWORK_RULES}`,
  params: networkParams,
  noFeed: COUNTED_FEED,
  row: Network,
  reads: networkReads,
  counts: networkCounts,
  respond: readNetwork,
  renderings: { gexf: toGexf, graphml: toGraphml, cytoscape: toCytoscape },
  examples: [
    { summary: 'Who is connected to whom through what analysts said?', request: { speakerRole: 'analyst' } },
    { summary: 'Who is connected to whom?', request: {} },
    { summary: 'The same for Gephi', request: { format: 'gexf' } },
    { summary: 'Who took part in the same events?', request: { kinds: 'event', format: 'cytoscape' } },
  ],
});
