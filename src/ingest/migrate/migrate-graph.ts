import type { Graph } from '../../db/client.ts';
import { modelNumberOf } from '../../db/model-number.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { moveVersion, writeLocked } from '../write/locked-write.ts';
import { liftFrom5 } from './lift-5.ts';
import { liftFrom6 } from './lift-6.ts';
import { liftFrom7 } from './lift-7.ts';

/** What lifts a graph of a model to the next one. Each may be run again where it ended early. */
const LIFTS: Readonly<Record<number, (graph: Graph, onProgress: (text: string) => void) => Promise<void>>> = {
  5: liftFrom5,
  6: liftFrom6,
  7: liftFrom7,
};

/**
 * Lifts a graph of an older model to that of this version, where that can be done. What writes has to rest meanwhile; where it ends early the
 * graph stays one of its older model.
 * @returns the number of the model that it was of.
 * @throws Error that says the other way where there is none.
 */
export async function migrateGraph(graph: Graph, onProgress: (text: string) => void): Promise<number> {
  const { model, hasData } = await modelNumberOf(graph);
  if (!hasData || model === MODEL_NUMBER) return MODEL_NUMBER;
  const steps = model === null ? [] : Array.from({ length: MODEL_NUMBER - model }, (_, nth) => model + nth);
  if (model === null || model > MODEL_NUMBER || steps.some((step) => !LIFTS[step]))
    throw new Error(
      `A graph ${model === null ? 'without a model number' : `of model ${model}`} cannot be lifted to model ${MODEL_NUMBER}: nothing was changed; ${
        model !== null && model > MODEL_NUMBER
          ? 'update On Record'
          : 'export it with the version that wrote it (npm run export -- DIR, from model 4 on), then npm run db -- reset, and load DIR with this one (npm run ingest -- DIR)'
      }.`,
    );
  for (const step of steps) await LIFTS[step]!(graph, onProgress);
  // It is of the model of this version from this commit on.
  await writeLocked(graph, (transaction) => moveVersion(transaction));
  return model;
}
