import type { Driver } from 'neo4j-driver';
import { cypher } from '../graph/cypher.ts';
import { type Graph, read } from '../graph/graph.ts';

/** Tells which state of the graph an answer shows. */
export type GraphVersion = string;

interface Reader {
  running?: Promise<GraphVersion>;
  next?: Promise<GraphVersion>;
  latest?: GraphVersion;
}

const readers = new WeakMap<Driver, Reader>();

/**
 * The version of the graph, read after the call: never one from before it. Calls that wait at the same time share one
 * read, so that many requests cost as much as one.
 */
export function currentVersion(graph: Graph): Promise<GraphVersion> {
  const reader = readers.get(graph.driver) ?? {};
  readers.set(graph.driver, reader);
  if (!reader.running) {
    reader.running = readVersion(graph)
      .then((version) => {
        reader.latest = version;
        return version;
      })
      .finally(() => {
        reader.running = undefined;
      });
    return reader.running;
  }
  // A read that is under way may have been answered before this call: wait for the one after it.
  reader.next ??= reader.running
    .catch(() => undefined)
    .then(() => {
      reader.next = undefined;
      return currentVersion(graph);
    });
  return reader.next;
}

/** The version that was read last, at any time before; it is read where there is none. */
export const latestVersion = async (graph: Graph): Promise<GraphVersion> =>
  readers.get(graph.driver)?.latest ?? currentVersion(graph);

async function readVersion(graph: Graph): Promise<GraphVersion> {
  const [row] = await read(graph, cypher('read/graph-version'));
  return `${row!.seed}.${row!.version}`;
}
