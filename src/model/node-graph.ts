import { z } from 'zod';
import { FactKind, NetworkEdge, NetworkNode } from './network.ts';

const share = z.number().min(0).max(1);
const color = z.string().describe('Colour of that part, which the Infinity data source of Grafana uses.');

/** Green, red, blue and grey that tell apart on white and on black. */
export const TONE_COLORS = {
  positive: '#56a64b',
  negative: '#e02f44',
  neutral: '#5794f2',
  unscored: '#8e8e8e',
} as const;

/** The fields that Grafana's node graph panel asks for. */
export const GraphNode = z
  .object({
    id: NetworkNode.shape.id,
    title: z.string().describe('Name of the entity or event.'),
    subTitle: NetworkNode.shape.type,
    mainStat: NetworkNode.shape.weight,
    secondaryStat: NetworkNode.shape.goldsteinMean,
    arc__positive: share.describe('Part of its facts with a positive Goldstein score.'),
    arc__negative: share.describe('Part of its facts with a negative score.'),
    arc__neutral: share.describe('Part of its facts with a score of zero.'),
    arc__unscored: share.describe('Part of its facts without a score. The four parts add up to 1.'),
    arc__positive_color: color,
    arc__negative_color: color,
    arc__neutral_color: color,
    arc__unscored_color: color,
    detail__weightOut: NetworkNode.shape.weightOut,
    detail__weightIn: NetworkNode.shape.weightIn,
    detail__goldsteinSum: NetworkNode.shape.goldsteinSum,
  })
  .meta({ id: 'GraphNode', description: "A node with the fields of Grafana's node graph panel." });

export const GraphEdge = z
  .object({
    id: NetworkEdge.shape.id,
    source: NetworkEdge.shape.source,
    target: NetworkEdge.shape.target,
    mainStat: NetworkEdge.shape.weight,
    secondaryStat: NetworkEdge.shape.goldsteinMean,
    thickness: z.number().min(1).describe('Width of the line, which grows with the logarithm of the weight.'),
    color: z.string().describe('Colour of the line: by the sign of the mean Goldstein score.'),
    detail__kind: FactKind,
    detail__mutual: NetworkEdge.shape.mutual,
    detail__labels: z
      .string()
      .describe(
        'Acts of the statements, the ten most frequent; kinds of the events or predicates of the relations.',
      ),
    detail__facts: z.string().describe('Ids of the facts, at most ten.'),
  })
  .meta({ id: 'GraphEdge', description: "An edge with the fields of Grafana's node graph panel." });
