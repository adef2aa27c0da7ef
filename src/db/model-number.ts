import { QUERIES } from '../limits.ts';
import { MODEL_NUMBER } from '../model/model-number.ts';
import { type Graph, read, toNeo4jIntegers, write } from './client.ts';
import { cypherFile } from './cypher.ts';

/** The graph was written by another model than that of this version. */
export class ModelNumberError extends Error {}

/**
 * Makes sure that the graph is empty or was written by the model of this version.
 * @throws ModelNumberError that says in one sentence what to run.
 */
export async function assertModelNumber(graph: Graph): Promise<void> {
  const { model, hasData } = await modelNumberOf(graph);
  if (hasData && model !== MODEL_NUMBER) throw new ModelNumberError(refusal(model));
}

/** The number of the model that a graph was written by, and whether it holds anything. */
export async function modelNumberOf(graph: Graph): Promise<{ model: number | null; hasData: boolean }> {
  const patient = { ...graph, readTimeout: QUERIES.writeTimeout };
  const [row] = await read(patient, cypherFile('graph-model'));
  return row as { model: number | null; hasData: boolean };
}

/** Notes the number of the model in a graph that holds nothing yet. */
export async function setModelNumber(graph: Graph): Promise<void> {
  await write(graph, (transaction) =>
    transaction.run(cypherFile('set-model'), toNeo4jIntegers({ model: MODEL_NUMBER })),
  );
}

function refusal(model: number | null): string {
  const found = model === null ? 'has no model number, as those of older versions' : `is of model ${model}`;
  const isNewer = model !== null && model > MODEL_NUMBER;
  const instead = isNewer ? 'update On Record, or ' : model === null ? '' : 'run npm run db -- migrate, or ';
  return `The graph ${found}, and this version of On Record works with model ${MODEL_NUMBER}: nothing was changed; ${instead}run npm run db -- reset and load it again (before that, npm run export -- DIR of the version that wrote it, from model 4 on, writes what to load; npm run db -- dump FILE keeps a copy).`;
}
