import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Config } from '../config.ts';
import { keptInDocker } from './command-docker.ts';
import { keptHere } from './command-managed.ts';
import { keptElsewhere } from './command-uri.ts';
import { findCompose } from './compose.ts';
import { SourceUnavailable } from './database.ts';
import { dataFolder, managedFolder } from './managed-folder.ts';
import { noDatabase } from './no-database.ts';
import { sourcesInOrder } from './source-order.ts';

/** What `npm run db` is given. */
export interface CommandOptions {
  projectFolder: string;
  dataFolder?: string;
  print: (text: string) => void;
  /** Reset without asking. */
  yes?: boolean;
}

/** What can be done with the project's database on its own. */
export interface KeptDatabase {
  start(): Promise<void>;
  stop(): Promise<void>;
  status(): Promise<void>;
  /** Throws where the data must not go now; else says what would go. Empty where there is none. */
  beforeReset(): Promise<string>;
  reset(): Promise<void>;
}

/**
 * Does what `npm run db -- start|stop|status|reset` asks for.
 * @throws Error in one message for people where it cannot be done.
 */
export async function dbCommand(action: string, config: Config, options: CommandOptions): Promise<void> {
  const actions: Record<string, (database: KeptDatabase) => Promise<void>> = {
    start: (database) => database.start(),
    stop: (database) => database.stop(),
    status: (database) => database.status(),
    reset: (database) => resetAfterAsking(database, options),
  };
  const act = actions[action];
  if (!act)
    throw new Error(`npm run db -- start | stop | status | reset [--yes]   (not ${JSON.stringify(action)})`);
  await act(await findKept(config, options, action === 'start'));
}

async function findKept(config: Config, options: CommandOptions, mustStart: boolean): Promise<KeptDatabase> {
  if (config.NEO4J_URI !== undefined) return keptElsewhere(config, config.NEO4J_URI, options);
  const folder = managedFolder(dataFolder(config, options));
  const reasons: string[] = [];
  for (const source of sourcesInOrder(config.NEO4J_SOURCE, existsSync(folder.store))) {
    if (source === 'managed') return keptHere(config, folder, options, reasons);
    try {
      return keptInDocker(await findCompose(config, options), options);
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      reasons.push(error.message);
    }
  }
  throw new Error(mustStart ? noDatabase(reasons, config.NEO4J_SOURCE) : reasons.join('\n'));
}

async function resetAfterAsking(database: KeptDatabase, options: CommandOptions): Promise<void> {
  const loss = await database.beforeReset();
  if (!loss) return options.print('There is no data to delete.');
  if (!options.yes) {
    if (!process.stdin.isTTY) throw new Error(`This deletes ${loss}. Say so with: npm run db -- reset --yes`);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(`This deletes ${loss}. Type yes to go on: `);
    terminal.close();
    if (answer.trim().toLowerCase() !== 'yes') return options.print('Nothing was deleted.');
  }
  await database.reset();
  options.print(`Deleted ${loss}.`);
}
