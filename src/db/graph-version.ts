import { z } from 'zod';
import { defineRead } from './client.ts';
import { cypherFile } from './cypher.ts';
import type { GraphState } from './state-witness.ts';

export const graphVersion = defineRead({
  name: 'the version of the graph',
  parameters: [],
  row: z.object({ version: z.int(), seed: z.string(), isSettled: z.boolean() }),
  text: cypherFile('read/graph-version'),
});

export const stateOf = ({ seed, version, isSettled }: z.output<typeof graphVersion.row>): GraphState => ({
  version: `${seed}.${version}`,
  isSettled,
});
