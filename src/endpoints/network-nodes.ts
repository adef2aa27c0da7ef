import type { z } from 'zod';
import type { NetworkNode } from '../model/network.ts';
import { GraphNode, TONE_COLORS } from '../model/node-graph.ts';
import { defineQuery } from '../query/define.ts';
import { COUNTED_FEED } from './counting.ts';
import { NETWORK_RULES, networkCounts, networkParams, networkReads, readNetwork } from './network-of.ts';

export const networkNodes = defineQuery({
  kind: 'computed',
  paging: 'none',
  envelope: false,
  operationId: 'listNetworkNodes',
  tag: 'networks',
  path: '/v1/network/nodes',
  summary: "The nodes of a network, for Grafana's node graph",
  description: `A bare array of nodes with the fields of Grafana's node graph panel. In a query of the Infinity data source choose the format “Nodes - Node Graph”; no selector is needed. The edges come from \`/v1/network/edges\` with the same parameters, and \`/v1/network\` says whether the limit left any out. There is no \`icon\`, since the panel would show it in the place of the numbers.

${NETWORK_RULES}`,
  params: networkParams,
  noFeed: COUNTED_FEED,
  row: GraphNode,
  reads: networkReads,
  counts: networkCounts,
  respond: async (graph, params) => {
    const { nodes, truncated } = await readNetwork(graph, params);
    return { items: nodes.map(graphNode), truncated };
  },
  examples: [
    { summary: 'The nodes of the network of what analysts said', request: { speakerRole: 'analyst' } },
    { summary: 'All nodes', request: {} },
  ],
});

function graphNode(node: NetworkNode): z.output<typeof GraphNode> {
  const { id, name, type, weight, positive, negative, neutral } = node;
  return {
    id,
    title: name,
    subTitle: type,
    mainStat: weight,
    secondaryStat: node.goldsteinMean,
    arc__positive: positive / weight,
    arc__negative: negative / weight,
    arc__neutral: neutral / weight,
    arc__unscored: (weight - positive - negative - neutral) / weight,
    arc__positive_color: TONE_COLORS.positive,
    arc__negative_color: TONE_COLORS.negative,
    arc__neutral_color: TONE_COLORS.neutral,
    arc__unscored_color: TONE_COLORS.unscored,
    detail__weightOut: node.weightOut,
    detail__weightIn: node.weightIn,
    detail__goldsteinSum: node.goldsteinSum,
  };
}
