import type { z } from 'zod';
import type { NetworkEdge } from '../model/network.ts';
import { GraphEdge, TONE_COLORS } from '../model/node-graph.ts';
import { defineQuery } from '../query/define.ts';
import { COUNTED_FEED } from './counting.ts';
import { NETWORK_RULES, networkCounts, networkParams, networkReads, readNetwork } from './network-of.ts';

export const networkEdges = defineQuery({
  kind: 'computed',
  paging: 'none',
  envelope: false,
  operationId: 'listNetworkEdges',
  tag: 'networks',
  path: '/v1/network/edges',
  summary: "The edges of a network, for Grafana's node graph",
  description: `A bare array of edges with the fields of Grafana's node graph panel. In a query of the Infinity data source choose the format “Edges - Node Graph”; no selector is needed. The nodes come from \`/v1/network/nodes\` with the same parameters.

${NETWORK_RULES}`,
  params: networkParams,
  noFeed: COUNTED_FEED,
  row: GraphEdge,
  reads: networkReads,
  counts: networkCounts,
  respond: async (graph, params) => {
    const { edges, truncated } = await readNetwork(graph, params);
    return { items: edges.map(graphEdge), truncated };
  },
  examples: [
    { summary: 'The edges of the network of what analysts said', request: { speakerRole: 'analyst' } },
    { summary: 'All edges between those who took part in the same events', request: { kinds: 'event' } },
  ],
});

function graphEdge(edge: NetworkEdge): z.output<typeof GraphEdge> {
  const { id, source, target, weight, goldsteinMean } = edge;
  return {
    id,
    source,
    target,
    mainStat: weight,
    secondaryStat: goldsteinMean,
    thickness: Math.round(10 * (1 + Math.log2(weight))) / 10,
    color: TONE_COLORS[toneOf(goldsteinMean)],
    detail__kind: edge.kind,
    detail__mutual: edge.mutual,
    detail__labels: edge.labels.join('; '),
    detail__facts: edge.facts.join('; '),
  };
}

function toneOf(mean: number | null) {
  if (mean === null) return 'unscored';
  if (mean === 0) return 'neutral';
  return mean > 0 ? 'positive' : 'negative';
}
