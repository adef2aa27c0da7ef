import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
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
  /** Replace or delete data without asking. */
  yes?: boolean;
  /** What `dump` and `load` are about. */
  file?: string;
}

/** What can be done with the project's database on its own. */
export interface KeptDatabase {
  start(): Promise<void>;
  stop(): Promise<void>;
  status(): Promise<void>;
  /** Throws where the data must not go now; else says what would go. Empty where there is none. */
  beforeReset(): Promise<string>;
  reset(): Promise<void>;
  dump(file: string): Promise<void>;
  /** Throws where the file cannot be loaded now; else says what would go. Empty where there is none. */
  beforeLoad(file: string): Promise<string>;
  load(file: string): Promise<void>;
}

const USAGE = 'npm run db -- start | stop | status | verify | reset [--yes] | dump FILE | load FILE [--yes]';

/**
 * Does what `npm run db -- start|stop|status|reset|dump|load` asks for.
 * @throws Error in one message for people where it cannot be done.
 */
export async function dbCommand(action: string, config: Config, options: CommandOptions): Promise<void> {
  const actions: Record<string, (database: KeptDatabase) => Promise<void>> = {
    start: (database) => database.start(),
    stop: (database) => database.stop(),
    status: (database) => database.status(),
    reset: (database) => resetAfterAsking(database, options),
    dump: (database) => database.dump(fileOf(action, options)),
    load: (database) => loadAfterAsking(database, fileOf(action, options), options),
  };
  const act = actions[action];
  if (!act) throw new Error(`${USAGE}   (not ${JSON.stringify(action)})`);
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
  if (!(await mayGo(loss, 'reset', options))) return options.print('Nothing was deleted.');
  await database.reset();
  options.print(`Deleted ${loss}.`);
}

async function loadAfterAsking(database: KeptDatabase, file: string, options: CommandOptions): Promise<void> {
  const loss = await database.beforeLoad(file);
  if (loss && !(await mayGo(loss, `load ${options.file}`, options)))
    return options.print('Nothing was loaded.');
  await database.load(file);
  options.print(loss ? `Loaded ${file} in place of ${loss}.` : `Loaded ${file}.`);
}

/** Whether people agree to lose something: they say so on the command line, or are asked. */
async function mayGo(loss: string, command: string, { yes }: CommandOptions): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new Error(`This deletes ${loss}. Say so with: npm run db -- ${command} --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`This deletes ${loss}. Type yes to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

function fileOf(action: string, { file }: CommandOptions): string {
  if (!file) throw new Error(`Which file? npm run db -- ${action} FILE`);
  return resolve(file);
}
