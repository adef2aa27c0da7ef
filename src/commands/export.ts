import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { exportGraph } from '../ingest/export/export-graph.ts';
import { fillFolder, refuseFile } from './output-folder.ts';
import { type CommandState, databaseSteps, release } from './prepare.ts';
import { runSteps } from './steps.ts';

/** Writes what the graph holds as the folder that loads it again. */
export async function exportTo(config: Config, given: string | undefined): Promise<void> {
  if (!given) throw new Error('Which folder? npm run export -- DIR');
  const folder = resolve(given);
  refuseFile(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(
      `${folder} is not empty, and what is there would be loaded too. Name a folder that is not there yet.`,
    );
  const state: CommandState = {};
  try {
    await runSteps(state, [
      ...databaseSteps(config, true),
      {
        title: 'Exporting',
        run: async ({ graph }, report) => {
          const { entities, articles } = await fillFolder(folder, () => exportGraph(graph!, folder, report));
          return `${entities} entities and ${articles} articles in ${folder}`;
        },
      },
    ]);
    console.log(`\nTo load them: npm run ingest -- ${given}`);
  } finally {
    await release(state);
  }
}
