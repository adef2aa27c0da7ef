import type { Graph } from '../graph/graph.ts';
import { withResolvedNames } from './resolved-names.ts';
import { currentVersion, type GraphVersion } from './version.ts';

const TRIES = 3;

/**
 * Does work that reads the graph, again if the graph moved on meanwhile: Neo4j reads what is committed at each moment,
 * so a page that was read while somebody wrote may show some of before and some of after.
 * @param work is given the graph with what is known of that version.
 * @param before the version of the graph, read before the call.
 * @returns the version that the outcome shows, or null where somebody wrote each time.
 */
export async function atOneVersion<T>(
  graph: Graph,
  before: GraphVersion,
  work: (graph: Graph) => Promise<T>,
): Promise<{ outcome: T; version: GraphVersion | null }> {
  let version = before;
  for (let tries = 1; ; tries++) {
    const outcome = await work(withResolvedNames(graph, version));
    const after = await currentVersion(graph);
    if (after === version) return { outcome, version };
    if (tries === TRIES) return { outcome, version: null };
    version = after;
  }
}
