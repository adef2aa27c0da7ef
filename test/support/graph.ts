import { afterAll, inject } from 'vitest';
import { closeGraph, type Graph, openGraph } from '../../src/db/client.ts';
import { READ_TIMEOUT } from './read-timeout.ts';

/** The graph of this run, with the seed in it; closed after the tests of the file. */
export function testGraph(): Graph {
  const graph = { ...openGraph(inject('database')), readTimeout: READ_TIMEOUT };
  afterAll(() => closeGraph(graph));
  return graph;
}
