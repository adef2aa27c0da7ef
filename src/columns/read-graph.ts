import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../db/client.ts';
import { graphVersion, stateOf } from '../db/graph-version.ts';
import { COLUMNS, QUERIES } from '../limits.ts';
import { GRAIN_READERS } from './grains.ts';
import type { ColumnStore, ShownVersion } from './store.ts';

/** The version of the graph at a moment at which no commit is under way. */
export async function settledVersion(graph: Graph): Promise<ShownVersion> {
  for (;;) {
    const [row] = await graphVersion.rows(graph);
    const { seed, number, isSettled } = stateOf(row!);
    if (isSettled) return { seed, version: number };
    await sleep(QUERIES.settlingInterval);
  }
}

/**
 * Reads a graph into an empty index, page by page: while one is taken in, the next is read.
 * @param onProgress told what has been taken in.
 * @returns the version from which on changes may be missing: what is written meanwhile may be in it, or not.
 */
export async function readGraph(
  graph: Graph,
  store: ColumnStore,
  onProgress: (text: string) => void,
): Promise<ShownVersion> {
  const patient = { ...graph, readTimeout: COLUMNS.readTimeout };
  const shown = await settledVersion(patient);
  for (const reader of GRAIN_READERS) {
    let done = 0;
    let taken = Promise.resolve();
    for (let after: string | undefined = ''; after !== undefined; ) {
      const { last, ...incoming } = await reader.page(patient, after, reader.pageSize);
      await taken;
      taken = store.take(reader.grain, incoming);
      taken.catch(() => {});
      done += incoming.rows.length;
      onProgress(`${done} ${reader.grain}`);
      after = incoming.rows.length < reader.pageSize ? undefined : last;
    }
    await taken;
  }
  return shown;
}
