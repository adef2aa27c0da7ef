import type { Driver } from 'neo4j-driver';
import type { Graph } from '../db/client.ts';
import type { GraphVersion } from './version.ts';

/** Many more than are asked for while a graph stays as it is. */
const MOST_NAMES = 10_000;

const latest = new WeakMap<Driver, { version: GraphVersion; ids: Map<string, string> }>();

/** The graph with the ids that names were found to mean at a version; they are forgotten when it moves on. */
export function withResolvedNames(graph: Graph, version: GraphVersion): Graph {
  let known = latest.get(graph.driver);
  if (known?.version !== version || known.ids.size >= MOST_NAMES) {
    known = { version, ids: new Map() };
    latest.set(graph.driver, known);
  }
  return { ...graph, resolvedNames: known.ids };
}
