import { z } from 'zod';
import { TargetLink } from './entity.ts';
import { count } from './numbers.ts';

const tone = {
  goldsteinSum: z.number().describe('Sum of the Goldstein scores of their acts, each with its sign.'),
  goldsteinMean: z.number().nullable().describe('Mean of the scores there are, or null where there is none.'),
  positive: count.describe('How many have a positive score.'),
  negative: count.describe('How many have a negative score.'),
  neutral: count.describe('How many have a score of zero.'),
};

export const FACT_KINDS = ['statement', 'event', 'relation'] as const;

export const FactKind = z.enum(FACT_KINDS).meta({
  id: 'FactKind',
  description: 'What joins two nodes: statements of one about the other, events of both, or relations.',
});

export const NetworkNode = z
  .object({
    ...TargetLink.shape,
    weight: count.describe('Weight of all its edges: how many facts it has in the network.'),
    weightOut: count.describe('Weight of its edges to others.'),
    weightIn: count.describe('Weight of the edges to it.'),
    ...tone,
  })
  .meta({
    id: 'NetworkNode',
    description: 'A node of a network, with the facts of all its edges in the network.',
  });

export const NetworkEdge = z
  .object({
    id: z.string().describe('Identifier within the network.'),
    source: z.string().describe('Id of the node that it starts from.'),
    target: z.string().describe('Id of the node that it leads to.'),
    kind: FactKind,
    mutual: z
      .boolean()
      .describe(
        'Whether both do the same, so that its direction says nothing; its source is then the first by id.',
      ),
    weight: count.describe('How many facts it joins.'),
    ...tone,
    labels: z
      .array(z.string())
      .describe(
        'Acts of the statements, the most frequent first and at most ten; kinds of the events or predicates of the relations.',
      ),
    labelCount: count.describe('How many different labels its facts have.'),
    facts: z.array(z.string()).describe('Ids of the facts, at most ten.'),
  })
  .meta({ id: 'NetworkEdge', description: 'All facts of one kind that lead from one node to another.' });

export const Network = z
  .object({
    nodes: z.array(NetworkNode).describe('The nodes that have an edge, by id.'),
    edges: z.array(NetworkEdge).describe('The edges, the heaviest first.'),
    truncated: z.boolean().describe('Whether there are more edges than the limit let through.'),
    sampled: z
      .boolean()
      .describe('Whether more facts match than are scanned, so that the weights are too small.'),
  })
  .meta({ id: 'Network', description: 'Who is connected to whom, and by how much.' });

export type FactKind = z.output<typeof FactKind>;
export type NetworkNode = z.output<typeof NetworkNode>;
export type NetworkEdge = z.output<typeof NetworkEdge>;
export type Network = z.output<typeof Network>;
