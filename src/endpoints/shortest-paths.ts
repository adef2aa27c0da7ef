import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { cypher, cypherFile, filled } from '../db/cypher.ts';
import { asserted } from '../db/fragments.ts';
import { Problem } from '../errors.ts';
import { Path } from '../model/path.ts';

/** So many facts of each kind are followed in one step, shared among all entities that it starts from. */
const FACTS_A_STEP = 20_000;
/** So many entities a step starts from at most. */
const WIDTH = 400;

/** All steps together may take the time of this many reads. */
const DEADLINE_FACTOR = 2;

/** Which facts connect: all of them, or those that are asserted as `said` and `asserted` want it. */
export interface FactOptions {
  isAsserted: boolean;
}
const FACT_VARIANTS: readonly FactOptions[] = [{ isAsserted: false }, { isAsserted: true }];

/** The least confidence of statements, and of other facts in each way to assert them; undefined where all facts connect. */
export interface AssertedFacts {
  said: number;
  asserted: { fact: number | null; opinion: number | null; statement: number | null };
}

const saidSurely = cypher`WHERE s.confidence >= $said`;
const ASSERTED = {
  events: cypher`WHERE ${asserted(cypher`v`, cypher`$asserted`)}`,
  relations: cypher`WHERE ${asserted(cypher`l`, cypher`$asserted`)}`,
  roles: cypher`WHERE ${asserted(cypher`r`, cypher`$asserted`)}`,
};

export const neighbours = defineRead({
  name: 'whom entities are connected to',
  parameters: ['ids', 'facts', 'said', 'asserted'],
  row: z.object({ id: z.string(), others: z.array(z.string()), truncated: z.boolean() }),
  text: ({ isAsserted }: FactOptions) =>
    isAsserted
      ? filled('read/neighbours', { said: saidSurely, saidOfIt: saidSurely, ...ASSERTED })
      : cypherFile('read/neighbours'),
  variants: FACT_VARIANTS,
});

const saidOfThem = cypher`AND s.confidence >= $said`;

/** The facts that connect pairs of entities. */
export const hopsOfPairs = defineRead({
  name: 'the facts that connect pairs of entities',
  parameters: ['pairs', 'facts', 'said', 'asserted'],
  row: Path.shape.hops.element,
  text: ({ isAsserted }: FactOptions) =>
    isAsserted
      ? filled('read/hops', { forward: saidOfThem, backward: saidOfThem, ...ASSERTED })
      : cypherFile('read/hops'),
  variants: FACT_VARIANTS,
});

/** What has been reached from one end: for each entity those one step nearer to that end. */
interface Side {
  nearer: Map<string, string[]>;
  /** The entities that were reached last. */
  frontier: string[];
  steps: number;
}

/**
 * The shortest connections between two entities, as lists of ids, at most so many. Both ends are searched towards each
 * other, always the smaller side, and a step follows a bounded number of facts; where that leaves something out, the
 * search is truncated, and there may be others.
 * @throws Problem `query-timeout` where it takes too long.
 */
export async function shortestPaths(
  graph: Graph,
  { from, to, maxHops, limit }: { from: string; to: string; maxHops: number; limit: number },
  facts?: AssertedFacts,
): Promise<{ paths: string[][]; truncated: boolean }> {
  const sides: [Side, Side] = [startAt(from), startAt(to)];
  const deadline = Date.now() + DEADLINE_FACTOR * graph.readTimeout;
  let truncated = false;
  while (sides[0].steps + sides[1].steps < maxHops) {
    const side = sides[0].frontier.length <= sides[1].frontier.length ? sides[0] : sides[1];
    if (side.frontier.length === 0) break;
    if (Date.now() > deadline) {
      throw new Problem('query-timeout', 'The search for a connection took too long; fewer hops take less.');
    }
    truncated = (await expand(graph, side, facts)) || truncated;
    const [start, end] = sides;
    const meeting = side.frontier.filter((id) => start.nearer.has(id) && end.nearer.has(id)).sort();
    if (meeting.length === 0) continue;
    const paths: string[][] = [];
    for (const id of meeting) {
      paths.push(...joined(backtrack(start, id, limit), backtrack(end, id, limit)));
      if (paths.length > limit) break;
    }
    return { paths: paths.slice(0, limit), truncated: truncated || paths.length > limit };
  }
  return { paths: [], truncated };
}

const startAt = (id: string): Side => ({ nearer: new Map([[id, []]]), frontier: [id], steps: 0 });

/** Goes one step further from one end. Returns whether something was left out. */
async function expand(graph: Graph, side: Side, wanted?: AssertedFacts): Promise<boolean> {
  const ids = side.frontier.slice(0, WIDTH);
  const facts = Math.ceil(FACTS_A_STEP / ids.length);
  const rows = await neighbours.rows(graph, { ids, facts, ...wanted }, { isAsserted: wanted !== undefined });
  const reached = new Map<string, string[]>();
  for (const { id, others } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const other of others) {
      if (side.nearer.has(other)) continue;
      const known = reached.get(other);
      if (known) known.push(id);
      else reached.set(other, [id]);
    }
  }
  const left = side.frontier.length > WIDTH || rows.some(({ truncated }) => truncated);
  for (const [id, nearer] of reached) side.nearer.set(id, nearer);
  side.frontier = [...reached.keys()].sort();
  side.steps += 1;
  return left;
}

/** The ways from an entity back to the end that a side started from, that end last. */
function backtrack(side: Side, id: string, limit: number): string[][] {
  const before = side.nearer.get(id)!;
  if (before.length === 0) return [[id]];
  const found: string[][] = [];
  for (const one of before) {
    for (const path of backtrack(side, one, limit - found.length)) found.push([id, ...path]);
    // One more than is asked for, which tells that there are more.
    if (found.length > limit) break;
  }
  return found;
}

/** Every way back to the start, turned round, with every way on to the end. */
const joined = (back: string[][], on: string[][]): string[][] =>
  back.flatMap((first) => on.map((last) => [...first.toReversed(), ...last.slice(1)]));
