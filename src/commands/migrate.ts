import type { Config } from '../config.ts';
import { type Graph, openPatientGraph } from '../db/client.ts';
import { modelNumberOf } from '../db/model-number.ts';
import { applySchema } from '../db/schema.ts';
import { liftsOf, migrateGraph } from '../ingest/migrate/migrate-graph.ts';
import { MODEL_NUMBER } from '../model/model-number.ts';
import { provideDatabase } from '../neo4j/sources/provide.ts';
import { projectFolder } from '../project.ts';
import { type CommandState, release } from './prepare.ts';
import { runSteps } from './steps.ts';

/**
 * Lifts the graph of the project's database to the model of this version.
 * @throws Error that says the other way where it cannot be lifted.
 */
export async function migrate(config: Config): Promise<void> {
  const state: CommandState = {};
  let isLifted = false;
  try {
    await runSteps(state, [
      {
        title: 'Neo4j',
        run: async (state, report) => {
          state.database = await provideDatabase(config, { projectFolder, onProgress: report, join: true });
          state.graph = openPatientGraph(state.database);
          return state.database.describe;
        },
      },
      {
        title: 'Migrating',
        run: async ({ graph }, report) => {
          const [model] = await liftsOf(graph!);
          isLifted = model !== undefined;
          if (!isLifted) return `nothing to lift, the graph is ${await whatItIs(graph!)}`;
          await applySchema(graph!, report);
          await migrateGraph(graph!, report);
          return `from model ${model} to ${MODEL_NUMBER}`;
        },
      },
    ]);
    if (isLifted) console.log('\nTo prove it: npm run db -- verify');
  } finally {
    await release(state);
  }
}

const whatItIs = async (graph: Graph): Promise<string> =>
  (await modelNumberOf(graph)).hasData ? `of model ${MODEL_NUMBER} already` : 'empty';
