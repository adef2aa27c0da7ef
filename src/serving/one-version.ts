import type { Graph } from '../graph/graph.ts';
import { withResolvedNames } from './resolved-names.ts';
import { currentVersion, type GraphVersion, latestVersion } from './version.ts';

const TRIES = 4;

/**
 * Does work that reads the graph, again if the graph moved on meanwhile: Neo4j reads what is committed at each moment,
 * so a page that was read while somebody wrote may show some of before and some of after. Where the version after the
 * work is one that was seen at any time before it, the graph was the same all the while.
 * @param work is given the graph with what is known of that version.
 * @returns the version that the outcome shows, or null where somebody wrote each time.
 */
export async function atOneVersion<T>(
  graph: Graph,
  work: (graph: Graph) => Promise<T>,
): Promise<{ outcome: T; version: GraphVersion | null }> {
  let version = await latestVersion(graph);
  for (let tries = 1; ; tries++) {
    const outcome = await work(withResolvedNames(graph, version));
    const after = await currentVersion(graph);
    if (after === version) return { outcome, version };
    if (tries === TRIES) return { outcome, version: null };
    version = after;
  }
}
