import { z } from 'zod';
import { type Graph, type Parameters, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import {
  FACT_KINDS,
  type FactKind,
  type Network,
  type NetworkEdge,
  type NetworkNode,
} from '../model/network.ts';
import { severalOf, wholeNumber } from '../query/parameters.ts';
import { eventPlan, relationPlan } from './fact-plans.ts';
import { COUNTED, isSampled } from './sampling.ts';
import { countingPlan, statementFilters } from './statements.ts';

const DEFAULT_LIMIT = 200;
const REACH = {
  statement: 'statement-reach',
  event: 'event-count-reach',
  relation: 'relation-count-reach',
};

/** What chooses a network, in each of its forms. */
export const networkParams = z.strictObject({
  kinds: severalOf(FACT_KINDS, 'Only edges of these kinds.', 'statement,event').optional(),
  ...statementFilters,
  limit: wholeNumber(1, 2000, DEFAULT_LIMIT, 'How many edges there are at most.').optional(),
});

export const NETWORK_RULES = `Edges lead from speakers to what they speak about (\`statement\`), from those who act in an event to those who are acted upon, and between those who do the same in it (\`event\`, \`mutual\`), and from the subject of a relation to its object (\`relation\`). All facts of one kind between two nodes are one edge, whose weight is their number.

The filters of statements hold for all kinds: \`speaker\` and \`speakerRole\` are about where an edge starts, \`about\` about
where it leads to, and either end of a mutual one will do; dates, acts and articles are those of the event or relation. What
has no such property matches no filter by it: events have no \`quoteType\`, relations no \`act\`. A statement whose
speaker cannot be named is no edge.

Of each kind no more than ${COUNTED} facts that the filters lead to are looked at, the newest statements and events; where there
are more, \`sampled\` of the network says so.`;

/** An edge with its ends, as the database has it. */
type Pair = Omit<NetworkEdge, 'id' | 'source' | 'target'> & { source: Link; target: Link };
type Link = Pick<NetworkNode, 'id' | 'name' | 'type'>;

/** The network of the facts that match every filter given: the heaviest edges of all kinds, and their nodes. */
export async function readNetwork(graph: Graph, params: z.output<typeof networkParams>): Promise<Network> {
  const { kinds = FACT_KINDS, limit = DEFAULT_LIMIT, ...filters } = params;
  const plans = {
    statement: countingPlan(filters),
    event: eventPlan(filters),
    relation: relationPlan(filters),
  };
  const edgesOf = async (kind: FactKind): Promise<Pair[]> => {
    const plan = plans[kind];
    if (!plan) return [];
    const bind: Parameters = { ...plan.bind, ...plan.ranges[0], limit: limit + 1 };
    const rows = await read(graph, cypher(`read/network-${kind}s`, plan.flags), bind);
    return rows.map((row) => ({ ...(row as Omit<Pair, 'kind'>), kind }));
  };
  const cappedIn = async (kind: FactKind) => {
    const plan = plans[kind];
    return plan !== undefined && isSampled(graph, REACH[kind], plan);
  };
  const [found, sampled] = await Promise.all([
    Promise.all(kinds.map(edgesOf)),
    Promise.all(kinds.map(cappedIn)),
  ]);
  const pairs = found.flat().sort((a, b) => b.weight - a.weight);
  const kept = pairs.slice(0, limit);
  return {
    nodes: nodesOf(kept),
    edges: kept.map(edgeOf),
    truncated: pairs.length > limit,
    sampled: sampled.includes(true),
  };
}

function edgeOf({ source, target, ...edge }: Pair): NetworkEdge {
  const parts = [edge.kind, source.id, target.id, ...(edge.mutual ? ['mutual'] : [])];
  return {
    ...edge,
    id: parts.join(':'),
    source: source.id,
    target: target.id,
    labels: edge.labels.toSorted(),
    facts: edge.facts.toSorted(),
  };
}

function nodesOf(pairs: Pair[]): NetworkNode[] {
  const ends = pairs.flatMap(({ source, target }) => [source, target]);
  const links = new Map(ends.map((link) => [link.id, link]));
  const outgoing = Map.groupBy(pairs, ({ source }) => source.id);
  const incoming = Map.groupBy(pairs, ({ target }) => target.id);
  return [...links.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((link) => nodeOf(link, outgoing.get(link.id) ?? [], incoming.get(link.id) ?? []));
}

function nodeOf(link: Link, outgoing: Pair[], incoming: Pair[]): NetworkNode {
  // An edge from a node to itself, such as a statement about oneself, is one of its edges and not two.
  const all = [...new Set([...outgoing, ...incoming])];
  const goldsteinSum = rounded(sum(all, 'goldsteinSum'));
  const scored = sum(all, 'positive') + sum(all, 'negative') + sum(all, 'neutral');
  return {
    ...link,
    weight: sum(all, 'weight'),
    weightOut: sum(outgoing, 'weight'),
    weightIn: sum(incoming, 'weight'),
    goldsteinSum,
    goldsteinMean: scored === 0 ? null : rounded(goldsteinSum / scored),
    positive: sum(all, 'positive'),
    negative: sum(all, 'negative'),
    neutral: sum(all, 'neutral'),
  };
}

type Summed = 'weight' | 'goldsteinSum' | 'positive' | 'negative' | 'neutral';
const sum = (pairs: Pair[], field: Summed) => pairs.reduce((total, pair) => total + pair[field], 0);
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
