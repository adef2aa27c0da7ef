import type { Graph } from '../db/client.ts';
import type { Row } from '../model/row.ts';
import type { Query } from './define.ts';
import { runnerOf } from './run.ts';

/** Milliseconds: the first plans of a cold database take seconds. */
const PLANNING_TIMEOUT = 30_000;

/**
 * Asks the examples of all queries once, so that the database has planned them before a client waits for that. What
 * fails is left to the request that meets it.
 */
export async function warmUp(graph: Graph, queries: readonly Query[]): Promise<void> {
  const patient = { ...graph, readTimeout: PLANNING_TIMEOUT };
  for (const query of queries) {
    const runner = runnerOf(query);
    for (const { request } of query.examples) {
      try {
        await runner.respond(patient, parametersOf(query, request), { origin: '' });
      } catch {
        // An example may name what this graph does not have.
      }
    }
  }
}

function parametersOf({ params, pathParams }: Query, request: Record<string, string>): Row {
  const inPath = Object.keys(pathParams?.shape ?? {});
  const [path, rest] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(request).filter(([name]) => inPath.includes(name) === wanted)),
  );
  return { ...pathParams?.parse(path), ...params.parse(rest) };
}
