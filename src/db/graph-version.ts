import { z } from 'zod';
import { defineRead } from './client.ts';
import { cypherFile } from './cypher.ts';

export const graphVersion = defineRead({
  name: 'the version of the graph',
  parameters: [],
  row: z.object({ version: z.int(), seed: z.string(), isSettled: z.boolean() }),
  text: cypherFile('read/graph-version'),
});
