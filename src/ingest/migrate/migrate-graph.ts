import type { Graph } from '../../db/client.ts';
import { modelNumberOf } from '../../db/model-number.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { moveVersion, writeLocked } from '../write/locked-write.ts';
import { liftFrom5 } from './lift-5.ts';
import { liftFrom6 } from './lift-6.ts';
import { liftFrom7 } from './lift-7.ts';
import { liftFrom8 } from './lift-8.ts';

/** What lifts a graph of a model to the next one. Each may be run again where it ended early. */
const LIFTS: Readonly<Record<number, (graph: Graph, onProgress: (text: string) => void) => Promise<void>>> = {
  5: liftFrom5,
  6: liftFrom6,
  7: liftFrom7,
  8: liftFrom8,
};

/**
 * The models that a graph is lifted from, one after the other, to that of this version; none where it is of this one, or empty.
 * @throws Error that says the other way where it cannot be lifted.
 */
export async function liftsOf(graph: Graph): Promise<number[]> {
  const { model, hasData } = await modelNumberOf(graph);
  if (!hasData || model === MODEL_NUMBER) return [];
  const steps = model === null ? [] : Array.from({ length: MODEL_NUMBER - model }, (_, nth) => model + nth);
  if (model === null || model > MODEL_NUMBER || steps.some((step) => !LIFTS[step]))
    throw new Error(
      `A graph ${model === null ? 'without a model number' : `of model ${model}`} cannot be lifted to model ${MODEL_NUMBER}: nothing was changed; ${
        model !== null && model > MODEL_NUMBER
          ? 'update On Record'
          : 'export it with the version that wrote it (npm run export -- DIR, from model 4 on), then npm run db -- reset, and load DIR with this one (npm run ingest -- DIR)'
      }.`,
    );
  return steps;
}

/**
 * Lifts a graph of an older model to that of this version, where that can be done. What writes has to rest meanwhile; where it ends early the
 * graph stays one of an older model, and the next run goes on.
 * @returns the number of the model that it was of.
 * @throws Error that says the other way where there is none.
 */
export async function migrateGraph(graph: Graph, onProgress: (text: string) => void): Promise<number> {
  const steps = await liftsOf(graph);
  for (const step of steps) await LIFTS[step]!(graph, onProgress);
  // It is of the model of this version from this commit on.
  if (steps.length > 0) await writeLocked(graph, (transaction) => moveVersion(transaction));
  return steps[0] ?? MODEL_NUMBER;
}
