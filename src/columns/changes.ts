import type { Graph } from '../db/client.ts';
import type { Grain } from './grains.ts';
import type { ShownVersion } from './store.ts';

/** The ids of what commits touched, of each grain, and the version that they led to. */
interface Changes {
  version: number;
  ids: Record<Grain, string[]>;
}

/** Tells what was changed after a version of the graph; undefined where nothing says so, and all has to be read anew. */
export type ChangesSince = (graph: Graph, shown: ShownVersion) => Promise<Changes | undefined>;

export const noChangesKnown: ChangesSince = async () => undefined;
