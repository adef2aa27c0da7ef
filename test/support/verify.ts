import { expect } from 'vitest';
import type { Graph } from '../../src/db/client.ts';
import { verification } from '../../src/verify/verify.ts';
import { expectNone } from './expect-none.ts';

/** Holds a graph to all that is true of a sound one; returns that for the figure of a row. */
export async function expectSound(graph: Graph): Promise<string> {
  const { outcomes } = await verification(graph);
  const faults = outcomes.flatMap(({ check, named }) => named.map((finding) => ({ check, ...finding })));
  expectNone(
    'faults of the graph',
    faults.map(({ check, kind, id, detail }) => `${check}: ${kind} ${id} ${detail}`),
  );
  expect(outcomes.length, 'checks that found something to look at').toBeGreaterThan(0);
  return `${outcomes.length} checks of the graph without a fault`;
}
