import { z } from 'zod';
import { defineRead } from './client.ts';
import { cypher, cypherFile, filled } from './cypher.ts';
import type { GraphState } from './state-witness.ts';

export const graphVersion = defineRead({
  name: 'the version of the graph',
  parameters: [],
  row: z.object({
    before: z.int().nullable(),
    isUnderWay: z.boolean(),
    version: z.int().nullable(),
    seed: z.string().nullable(),
  }),
  text: cypherFile('read/graph-version'),
});

/** The same with the rows that were bound before it. */
export const rowsAndVersion = filled('read/graph-version', { rows: cypher`rows,` });

/** The state of a graph, which a row is of; one that nothing was written to has the version 0. */
export function stateOf(
  row: z.output<typeof graphVersion.row>,
): GraphState & { seed: string; number: number } {
  const seed = row.seed ?? 'empty';
  const number = row.version ?? 0;
  const isSettled = !row.isUnderWay && row.before === row.version;
  return { seed, number, version: `${seed}.${number}`, isSettled };
}
