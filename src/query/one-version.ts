import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../db/client.ts';
import { QUERIES } from '../limits.ts';
import { withResolvedNames } from './resolved-names.ts';
import { currentState, type GraphVersion, latestSettled } from './version.ts';

/**
 * Does work that reads the graph, again if the graph moved on meanwhile: Neo4j reads what is committed at each moment,
 * so a page that was read while somebody wrote may show some of before and some of after. Where the version after the
 * work is settled, and is one that was seen settled at any time before it, the graph was the same all the while.
 * @param work is given the graph with what is known of that version.
 * @returns the version that the outcome shows, or null where somebody wrote all the time.
 */
export async function atOneVersion<T>(
  graph: Graph,
  work: (graph: Graph) => Promise<T>,
): Promise<{ outcome: T; version: GraphVersion | null }> {
  const until = performance.now() + QUERIES.settling;
  let version = latestSettled(graph) ?? (await settledVersion(graph, until));
  for (;;) {
    const begun = performance.now();
    const outcome = await work(version === null ? graph : withResolvedNames(graph, version));
    const took = performance.now() - begun;
    const after = await settledVersion(graph, until);
    if (after === version) return { outcome, version };
    if (after === null || performance.now() + took > until) return { outcome, version: null };
    version = after;
  }
}

/** The version of the graph as soon as no commit is under way, or null where one still is after a time. */
async function settledVersion(graph: Graph, until: number): Promise<GraphVersion | null> {
  for (;;) {
    const { version, isSettled } = await currentState(graph);
    if (isSettled) return version;
    if (performance.now() > until) return null;
    await sleep(QUERIES.settlingInterval);
  }
}
