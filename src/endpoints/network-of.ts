import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { type Cypher, cypher, filled } from '../db/cypher.ts';
import { EVENT_EDGES, filteredEdges, RELATION_EDGES } from '../db/fragments.ts';
import { EVENTS_AS_STATEMENTS, RELATIONS_AS_STATEMENTS } from '../db/indexes.ts';
import { type AccessTable, countVariantsOf, matchOf, type SeekOptions } from '../db/seek.ts';
import { TargetLink } from '../model/entity.ts';
import { FACT_KINDS, type FactKind, type Network, NetworkEdge, type NetworkNode } from '../model/network.ts';
import { severalOf, wholeNumber } from '../query/parameters.ts';
import { assertionFilters } from './assertion-filters.ts';
import {
  eventCount,
  eventScans,
  isSampled,
  MAX_COUNTED,
  pairCount,
  pairVariants,
  relationCount,
  relationScans,
  type SourceOptions,
  statementPairsOf,
  statementScans,
} from './counting.ts';
import { statementFilters } from './statement-filters.ts';

const DEFAULT_LIMIT = 200;

/** What chooses a network, in each of its forms. */
export const networkParams = z.strictObject({
  kinds: severalOf(FACT_KINDS, 'Only edges of these kinds.', 'statement', 'event').optional(),
  ...statementFilters,
  assertedBy: assertionFilters.assertedBy,
  limit: wholeNumber(1, 2000, DEFAULT_LIMIT, 'How many edges there are at most.').default(DEFAULT_LIMIT),
});

export const NETWORK_RULES = `Edges lead from speakers to what they speak about (\`statement\`), from those who act in an event to those who are acted upon, and between those who do the same in it (\`event\`, \`mutual\`), and from the subject of a relation to its object (\`relation\`). All facts of one kind between two nodes are one edge, whose weight is their number.

The filters of statements hold for all kinds: \`speaker\`, \`speakerRole\`, \`speakerOf\` and \`speakerCountry\` are about where an edge starts, \`about\` about
where it leads to, and either end of a mutual one will do; dates, acts and articles are those of the event or relation. What
has no such property matches no filter by it: events have no \`quoteType\`, relations no \`act\`, statements no \`assertedBy\`.
\`minConfidence\` is that of an attribution, or of who asserts an event or relation. A statement whose
speaker cannot be named is no edge. Its score goes to its targets alone: an edge to a topic counts it without one.

Of each kind no more than ${MAX_COUNTED} facts that the filters lead to are counted, the newest statements and events; where there
are more, \`sampled\` of the network says so.`;

/** An edge with its ends, as the database has it. */
const Pair = NetworkEdge.omit({ id: true, kind: true }).extend({ source: TargetLink, target: TargetLink });
type Link = z.output<typeof TargetLink>;
type Pair = z.output<typeof Pair> & { kind: FactKind };

const statementEdges = defineRead({
  name: 'edges from speakers to what they speak about',
  parameters: ['low', 'high', 'scan', 'limit', 'countedAs'],
  row: Pair,
  text: (options: SourceOptions) =>
    filled('read/network-edges', {
      facts: cypher`${statementPairsOf(options)}
WHERE source IS NOT NULL
WITH s AS fact, source, target, false AS mutual, s.actLabel AS label, score`,
    }),
  variants: pairVariants,
});

const edgesOf = (name: string, table: AccessTable, edges: Cypher) =>
  defineRead({
    name,
    parameters: ['low', 'high', 'scan', 'limit'],
    row: Pair,
    text: (options: SeekOptions) =>
      filled('read/network-edges', {
        facts: cypher`${matchOf(table, options)}
${filteredEdges(edges, options.given)}`,
      }),
    variants: countVariantsOf(table),
  });

const eventEdges = edgesOf('edges of events', EVENTS_AS_STATEMENTS, EVENT_EDGES);
const relationEdges = edgesOf('edges of relations', RELATIONS_AS_STATEMENTS, RELATION_EDGES);

export const networkReads = [
  ...[statementEdges, eventEdges, relationEdges],
  ...[statementScans, eventScans, relationScans],
];

/** The network of the facts that match every filter given: the heaviest edges of all kinds, and their nodes. */
export async function readNetwork(graph: Graph, params: z.output<typeof networkParams>): Promise<Network> {
  const { kinds = FACT_KINDS, limit, assertedBy, ...filters } = params;
  const most = { limit: limit + 1 };
  const read: Record<FactKind, () => Promise<{ rows: z.output<typeof Pair>[]; sampled: boolean }>> = {
    statement: async () => {
      if (assertedBy) return { rows: [], sampled: false };
      const count = pairCount(filters);
      const [rows, sampled] = await Promise.all([
        statementEdges.rows(graph, { ...count.bind, ...most }, count.options),
        isSampled(graph, statementScans, count),
      ]);
      return { rows, sampled };
    },
    event: () => readEdges(eventCount({ ...filters, assertedBy }), eventEdges, eventScans),
    relation: () => readEdges(relationCount({ ...filters, assertedBy }), relationEdges, relationScans),
  };
  async function readEdges(
    count: ReturnType<typeof eventCount>,
    edges: typeof eventEdges,
    scans: typeof eventScans,
  ) {
    if (!count) return { rows: [], sampled: false };
    const [rows, sampled] = await Promise.all([
      edges.rows(graph, { ...count.bind, ...most }, count.options),
      isSampled(graph, scans, count),
    ]);
    return { rows, sampled };
  }
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const { rows, sampled } = await read[kind]();
      return { pairs: rows.map((row) => ({ ...row, kind })), sampled };
    }),
  );
  const pairs = found.flatMap((one) => one.pairs).sort((a, b) => b.weight - a.weight);
  const kept = pairs.slice(0, limit);
  return {
    nodes: nodesOf(kept),
    edges: kept.map(edgeOf),
    truncated: pairs.length > limit,
    sampled: found.some(({ sampled }) => sampled),
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
