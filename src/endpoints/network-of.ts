import { z } from 'zod';
import { tone } from '../columns/count.ts';
import { factEdges, networkEdges, statementEdges } from '../columns/fact-counts.ts';
import type { Graph } from '../db/client.ts';
import { TargetLink } from '../model/entity.ts';
import { FACT_KINDS, type FactKind, type Network, NetworkEdge, type NetworkNode } from '../model/network.ts';
import { type Chosen, searchHits } from '../query/chosen.ts';
import { severalOf, wholeNumber } from '../query/parameters.ts';
import { assertionFilters } from './assertion-filters.ts';
import { chosenEvents, chosenRelations, chosenStatements, pairForm, SAMPLING_RULE } from './counting.ts';
import { countedAs, statementFilters } from './statement-filters.ts';

const DEFAULT_LIMIT = 200;

/** What chooses a network, in each of its forms. */
export const networkParams = z.strictObject({
  kinds: severalOf(FACT_KINDS, 'Only edges of these kinds.', 'statement', 'event').optional(),
  ...statementFilters,
  assertedBy: assertionFilters.assertedBy,
  limit: wholeNumber(1, 2000, DEFAULT_LIMIT, 'How many edges there are at most.').default(DEFAULT_LIMIT),
});

export const NETWORK_RULES = `Edges lead from speakers to what they speak about (\`statement\`), from those who act in an event to those who are acted upon, and between those who do the same in it (\`event\`, \`mutual\`), and from the subject of a relation to its object (\`relation\`). All facts of one kind between two nodes are one edge, whose weight is their number. How often each act is among its statements is told by \`/v1/stats/statements?groupBy=act\` with its ends as \`speaker\` and \`about\`.

The filters of statements hold for all kinds: \`speaker\`, \`speakerRole\`, \`speakerOf\` and \`speakerCountry\` are about where an edge starts, \`about\` about
where it leads to, and either end of a mutual one will do; dates, acts and articles are those of the event or relation. What
has no such property matches no filter by it: events have no \`quoteType\` and no \`targetOf\`, relations no \`act\`, statements no \`assertedBy\`.
\`minConfidence\` is that of an attribution, or of who asserts an event or relation. A statement whose
speaker or target cannot be named is no edge. Its score goes to its targets alone: an edge to a topic counts it without one.

${SAMPLING_RULE}`;

/** An edge with its ends, as the database has it. */
const Pair = NetworkEdge.omit({ id: true, kind: true }).extend({ source: TargetLink, target: TargetLink });
type Link = z.output<typeof TargetLink>;
type Pair = z.output<typeof Pair> & { kind: FactKind };

export const networkReads = [searchHits];
export const networkCounts = [statementEdges, factEdges];

/** The network of the facts that match every filter given: the heaviest edges of all kinds, and their nodes. */
export async function readNetwork(graph: Graph, params: z.output<typeof networkParams>): Promise<Network> {
  const { kinds = FACT_KINDS, limit, assertedBy, ...filters } = params;
  const choose: Record<FactKind, () => Promise<Chosen | undefined>> = {
    statement: async () => (assertedBy ? undefined : chosenStatements(graph, filters)),
    event: () => chosenEvents(graph, { ...filters, assertedBy }),
    relation: () => chosenRelations(graph, { ...filters, assertedBy }),
  };
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const chosen = await choose[kind]();
      if (!chosen) return { pairs: [], sampled: false };
      const asked = { ...chosen.bind, limit: limit + 1, countedAs: countedAs(filters) };
      const rows = await networkEdges.rows(graph, asked, { given: chosen.given, ...pairForm(filters), kind });
      return { pairs: rows.map((row) => pairOf(row, kind)), sampled: chosen.sampled };
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

const pairOf = (row: z.output<typeof networkEdges.row>, kind: FactKind): Pair => ({
  kind,
  source: { id: row.sourceId, name: row.sourceName, type: row.sourceType },
  target: { id: row.targetId, name: row.targetName, type: row.targetType },
  mutual: row.mutual,
  weight: row.count,
  ...tone(row),
  // Those of acts are by how frequent they are.
  labels: kind === 'statement' ? row.labels : row.labels.toSorted(),
  labelCount: row.labelCount,
  facts: row.facts,
});

function edgeOf({ source, target, ...edge }: Pair): NetworkEdge {
  const parts = [edge.kind, source.id, target.id, ...(edge.mutual ? ['mutual'] : [])];
  return {
    ...edge,
    id: parts.join(':'),
    source: source.id,
    target: target.id,
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
