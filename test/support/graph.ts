import { rmSync } from 'node:fs';
import { afterAll } from 'vitest';
import { CountIndex } from '../../src/columns/count-index.ts';
import { closeGraph, type Graph, openGraph } from '../../src/db/client.ts';
import { columnsCopy } from './columns-copy.ts';
import { testDatabase } from './database.ts';
import { READ_TIMEOUT } from './read-timeout.ts';

/** A busy machine takes its time to build an index. */
const TIMEOUT = 60_000;

/**
 * The graph of this run, with the seed in it and an index of counts of its own; closed after the tests of the file, or of what is described:
 * it is asked for where these are, not by a test, since what a test asks for is closed by nothing.
 */
export function testGraph(): Graph {
  const connection = testDatabase().connection;
  const graph = { ...openGraph(connection), readTimeout: READ_TIMEOUT };
  const folder = columnsCopy();
  const counts = new CountIndex({ graph, connection, folder, timeout: TIMEOUT });
  afterAll(async () => {
    await counts.close();
    await closeGraph(graph);
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...graph, counts };
}
