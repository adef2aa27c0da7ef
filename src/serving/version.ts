import type { Driver } from 'neo4j-driver';
import { cypher } from '../graph/cypher.ts';
import { type Graph, patience, read, unlessSilent } from '../graph/graph.ts';
import { InTurn } from './in-turn.ts';

/** Tells which state of the graph an answer shows. */
export type GraphVersion = string;

interface Reader {
  reads: InTurn<GraphVersion>;
  latest?: GraphVersion;
}

const readers = new WeakMap<Driver, Reader>();

/**
 * The version of the graph, read after the call: never one from before it. Calls that wait at the same time share one
 * read, so that many requests cost as much as one.
 */
export function currentVersion(graph: Graph): Promise<GraphVersion> {
  const reader = readers.get(graph.driver) ?? { reads: new InTurn() };
  readers.set(graph.driver, reader);
  const version = reader.reads.ask('', async () => {
    reader.latest = await readVersion(graph);
    return reader.latest;
  });
  // Behind a database that hangs, the read after the one that is under way would come too late.
  return unlessSilent(version, patience(graph));
}

/** The version that was read last, at any time before; it is read where there is none. */
export const latestVersion = async (graph: Graph): Promise<GraphVersion> =>
  readers.get(graph.driver)?.latest ?? currentVersion(graph);

async function readVersion(graph: Graph): Promise<GraphVersion> {
  const [row] = await read(graph, cypher('read/graph-version'));
  return `${row!.seed}.${row!.version}`;
}
