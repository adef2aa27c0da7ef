import { afterAll, inject } from 'vitest';
import { type Graph, type GraphAddress, openGraph } from '../../src/graph/graph.ts';

export type DatabaseAddress = GraphAddress;

/** The database plans each combination of filters for the first time, which takes long on a busy machine. */
const READ_TIMEOUT = 30_000;

/** The graph of this run, with the seed in it; closed after the tests of the file. */
export function testGraph(): Graph {
  const graph = { ...openGraph(inject('database')), readTimeout: READ_TIMEOUT };
  afterAll(() => graph.driver.close());
  return graph;
}
