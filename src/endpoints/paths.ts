import { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { Path } from '../model/path.ts';
import { defineQuery } from '../query/define.ts';
import { entity, wholeNumber } from '../query/parameters.ts';
import { type AssertionFilters, assertedOf, assertionFilters } from './assertion-filters.ts';
import { type AssertedFacts, hopsOfPairs, neighbours, shortestPaths } from './shortest-paths.ts';

const FACTS_A_KIND = 3;

export const paths = defineQuery({
  kind: 'computed',
  paging: 'none',
  operationId: 'listPaths',
  tag: 'networks',
  path: '/v1/paths',
  summary: 'How two entities are connected',
  description: `The shortest connections between two entities, each hop with the facts that make it and the words that say so. A hop is a statement of one about the other, an event that both took part in, a relation, or a role that one holds of the other. All paths answered have the same number of hops, the least there is; where nothing connects the two within \`maxHops\`, the list is empty.

A statement counts as its preferred speaker's, with the confidence of that attribution; with \`assertedBy\` only events, relations and roles connect. The search follows a bounded number of facts from each entity; where that,
or the limit, left something out, \`truncated\` says so.`,
  params: z.strictObject({
    from: entity('Where the paths start.', 'Rumi'),
    to: entity('Where the paths end.', 'Asim Munir'),
    maxHops: wholeNumber(1, 6, 4, 'How many hops a path has at most.').default(4),
    ...assertionFilters,
    limit: wholeNumber(1, 25, 5, 'How many paths are answered at most.').default(5),
  }),
  row: Path,
  noFeed:
    'what connects two entities is found anew for each request; what one said about the other is the feed of /v1/statements with speaker and about, what both took part in that of /v1/events with participants',
  tables: { path: '', hop: 'hops', fact: 'hops.facts', evidence: 'hops.facts.evidence' },
  reads: [hopsOfPairs, neighbours],
  respond: async (graph, { from, to, maxHops, limit, ...filters }) => {
    if (from === to) {
      const detail = `Both ends are ${from}.`;
      throw new Problem('invalid-parameter', detail, [
        { parameter: 'to', detail, expected: 'another entity than `from`' },
      ]);
    }
    const facts = factsOf(filters);
    // Between two hubs a bounded search may miss what an index finds at once.
    const direct = await withFacts(graph, [[from, to]], facts);
    if (direct.length > 0) return { items: direct, truncated: false };
    const { paths: found, truncated } = await shortestPaths(graph, { from, to, maxHops, limit }, facts);
    return { items: await withFacts(graph, found, facts), truncated };
  },
  examples: [
    { summary: 'How is Rumi connected to General Munir?', request: { from: 'Rumi', to: 'Asim Munir' } },
    {
      summary: 'What connects Kurilla and Pakistan directly?',
      request: { from: 'Kurilla', to: 'Pakistan', maxHops: '1' },
    },
    {
      summary: 'How is Rumi connected to Munir by what is said surely?',
      request: { from: 'Rumi', to: 'Asim Munir', minConfidence: '0.9' },
    },
  ],
});

/** More than any confidence: nobody asserts a statement but who makes it. */
const NONE = 2;

function factsOf({ assertedBy, minConfidence }: AssertionFilters): AssertedFacts | undefined {
  const asserted = assertedOf({ assertedBy, minConfidence });
  return asserted && { said: assertedBy ? NONE : (minConfidence ?? 0), asserted };
}

/** Each path with its hops, and each hop with its facts; a hop that several paths share is read once. */
async function withFacts(
  graph: Graph,
  found: string[][],
  wanted?: AssertedFacts,
): Promise<z.output<typeof Path>[]> {
  const pairsOf = (path: string[]) => path.slice(1).map((to, at) => ({ from: path[at]!, to }));
  const key = (pair: { from: string; to: string }) => `${pair.from} ${pair.to}`;
  const pairs = [...new Map(found.flatMap(pairsOf).map((pair) => [key(pair), pair])).values()];
  if (pairs.length === 0) return [];
  const isAsserted = wanted !== undefined;
  const rows = await hopsOfPairs.rows(graph, { pairs, facts: FACTS_A_KIND, ...wanted }, { isAsserted });
  const hops = new Map(rows.map((hop) => [key({ from: hop.from.id, to: hop.to.id }), hop]));
  return found
    .map((path) => pairsOf(path).flatMap((pair) => hops.get(key(pair)) ?? []))
    .map((ofPath) => ({ length: ofPath.length, hops: ofPath }))
    .filter(({ length }) => length > 0);
}
