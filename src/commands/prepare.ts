import { join } from 'node:path';
import { CountIndex } from '../columns/count-index.ts';
import { type Config, cacheFolder } from '../config.ts';
import { closeGraph, type Graph, openGraph, openPatientGraph } from '../db/client.ts';
import { assertModelNumber } from '../db/model-number.ts';
import { applySchema } from '../db/schema.ts';
import type { CheckedInputs } from '../ingest/check/check.ts';
import { finishValidation, startValidation, validateMany, writeChecked } from '../ingest/ingest.ts';
import type { Tally } from '../ingest/tally.ts';
import { joinOpen } from '../ingest/write/join-open.ts';
import { renderStatements } from '../ingest/write/render-statements.ts';
import { provideDatabase } from '../neo4j/sources/provide.ts';
import type { Database } from '../neo4j/types.ts';
import { ownAuthority, projectFolder } from '../project.ts';
import { bulkInput, importGraph } from './bulk-load.ts';
import type { Step } from './steps.ts';

export interface CommandState {
  database?: Database;
  graph?: Graph;
  checked?: CheckedInputs;
  tally?: Tally;
  counts?: CountIndex;
}

export const schemaStep: Step<CommandState> = {
  title: 'Constraints and indexes',
  run: async (state, report) => {
    await applySchema(state.graph!, report);
    await renderStatements(state.graph!, (done) => report(`${done} statements rendered`));
    return undefined;
  },
};

/** Finds or starts Neo4j, refuses a graph of another model and applies the schema; `join` uses a database that another command of this project runs. */
export const databaseSteps = (config: Config, join: boolean): Step<CommandState>[] => [
  {
    title: 'Neo4j',
    run: async (state, report) => {
      state.database = await provideDatabase(config, { projectFolder, onProgress: report, join });
      state.graph = openPatientGraph(state.database);
      await assertModelNumber(state.graph);
      return state.database.describe;
    },
  },
  schemaStep,
];

/** Checks annotated articles and makes a new managed database out of them in one go. */
export const importStep = (config: Config, paths: string[]): Step<CommandState> => ({
  title: 'Checking and bulk load',
  run: async (state, report) => {
    const check = startValidation(paths, ownAuthority);
    // What is wrong with the authority or decisions is told with all that is wrong with articles, of which nothing is written.
    if (check.isFaulty()) await finishValidation(check, report);
    const options = { projectFolder, onProgress: report };
    const { database, tally } = await importGraph(config, options, bulkInput(check));
    Object.assign(state, { database, tally, graph: openPatientGraph(database) });
    return database.describe;
  },
});

/** Checks annotated articles; it needs no database, and leaves events that no article tells of to be looked for there. */
export const checkStep = (paths: string[]): Step<CommandState> => ({
  title: 'Checking',
  run: async (state, report) => {
    const options = { mayBeInGraph: true };
    state.checked = await validateMany(paths, ownAuthority, report, () => {}, options);
    return articleCount(state.checked);
  },
});

/** Joins the statements of a bulk load that are one, which it does not compare. */
export const joinStep: Step<CommandState> = {
  title: 'Joining statements',
  run: async ({ graph }, report) => {
    await joinOpen(graph!, (done) => report(`${done} quotations compared`));
    await renderStatements(graph!, (done) => report(`${done} statements rendered`));
    return undefined;
  },
};

/** Loads what was checked. */
export const loadStep: Step<CommandState> = {
  title: 'Loading',
  run: async (state, report) => {
    state.tally = await writeChecked(state.graph!, state.checked!, report);
    const created = state.tally.total('created');
    const changed = created + state.tally.total('updated') + state.tally.total('removed');
    return `${articleCount(state.checked!)}, ${changed === 0 ? 'nothing new' : `${changed} changes`}`;
  },
};

const articleCount = ({ articles }: CheckedInputs) =>
  `${articles} ${articles === 1 ? 'article' : 'articles'}`;

/** Closes the graph of a command that prepared, and opens one whose requests fail at once where there is no connection. */
export async function reopenForRequests(state: CommandState): Promise<void> {
  await closeGraph(state.graph!);
  state.graph = openGraph(state.database!);
}

/** The index that counts come from, in the cache folder; it is opened or built beside what goes on. */
export function startCounts(state: CommandState, config: Config, report: (text: string) => void): CountIndex {
  const { graph, database } = state as Required<CommandState>;
  const counts = new CountIndex({
    graph,
    connection: database,
    folder: join(cacheFolder(config), 'columns'),
    report,
  });
  state.counts = counts;
  counts.open().catch((error: Error) => {
    // It was closed while it was being built.
    if (error.name !== 'AbortError') report(`There is no index of counts: ${error}`);
  });
  return counts;
}

/** Lets go of the graph, and stops the database if this command started it. */
export async function release({ graph, database, counts }: CommandState): Promise<void> {
  await counts?.close();
  if (graph) await closeGraph(graph);
  await database?.stop();
}
