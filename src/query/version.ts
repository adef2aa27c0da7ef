import type { Driver } from 'neo4j-driver';
import { clientTimeout, type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { SingleFlight } from './single-flight.ts';

/** Tells which state of the graph an answer shows. */
export type GraphVersion = string;

export interface GraphState {
  version: GraphVersion;
  /** Whether no commit is under way: while one is, what is read may be of this version, the next one, or neither. */
  isSettled: boolean;
}

interface Reader {
  reads: SingleFlight<GraphState>;
  latestSettled?: GraphVersion;
}

const readers = new WeakMap<Driver, Reader>();

/**
 * The state of the graph, read after the call: never one from before it. Calls that wait at the same time share one
 * read, so that many requests cost as much as one.
 */
export function currentState(graph: Graph): Promise<GraphState> {
  const reader = readerOf(graph);
  return reader.reads.ask('', async () => {
    const state = await readState(graph);
    if (state.isSettled) reader.latestSettled = state.version;
    return state;
  });
}

/** The version of a state that was settled, at any time before; undefined where none was seen. */
export const latestSettled = (graph: Graph): GraphVersion | undefined => readerOf(graph).latestSettled;

function readerOf(graph: Graph): Reader {
  const reader = readers.get(graph.driver) ?? { reads: new SingleFlight(clientTimeout(graph)) };
  readers.set(graph.driver, reader);
  return reader;
}

async function readState(graph: Graph): Promise<GraphState> {
  const [row] = await read(graph, cypher('read/graph-version'));
  return { version: `${row!.seed}.${row!.version}`, isSettled: row!.isSettled as boolean };
}
