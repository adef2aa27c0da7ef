import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Config } from '../../config.ts';
import { findCompose } from '../docker/compose.ts';
import { firstLine, noDatabase, sourcesInOrder } from '../sources/provide.ts';
import { dataFolder, managedFolder } from '../store/folder.ts';
import { type DatabaseAdmin, type DbAction, type DbOptions, SourceUnavailable } from '../types.ts';
import { dockerAdmin } from './docker-admin.ts';
import { managedAdmin } from './managed-admin.ts';
import { uriAdmin } from './uri-admin.ts';

/**
 * Runs `npm run db -- start|stop|status|reset|dump|load`.
 * @throws Error whose message tells people why it is not possible.
 */
export async function dbCommand(action: DbAction, config: Config, options: DbOptions): Promise<void> {
  const actions: Record<DbAction, (admin: DatabaseAdmin) => Promise<void>> = {
    start: (admin) => admin.start(),
    stop: (admin) => admin.stop(),
    status: (admin) => admin.status(),
    reset: (admin) => reset(admin, options),
    dump: (admin) => admin.dump(requireFile(action, options)),
    load: (admin) => load(admin, requireFile(action, options), options),
  };
  await actions[action](await findAdmin(config, options, action === 'start'));
}

async function findAdmin(config: Config, options: DbOptions, mustStart: boolean): Promise<DatabaseAdmin> {
  if (config.NEO4J_URI !== undefined) return uriAdmin(config, config.NEO4J_URI, options);
  const folder = managedFolder(dataFolder(config, options));
  const reasons: string[] = [];
  for (const source of sourcesInOrder(config.NEO4J_SOURCE, existsSync(folder.store))) {
    if (source === 'managed') {
      for (const reason of reasons) options.print(`${firstLine(reason)}: the managed server is used instead`);
      return managedAdmin(config, folder, options, reasons);
    }
    try {
      return dockerAdmin(await findCompose(config, options), options);
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      reasons.push(error.message);
    }
  }
  throw new Error(mustStart ? noDatabase(reasons, config.NEO4J_SOURCE) : reasons.join('\n'));
}

async function reset(admin: DatabaseAdmin, options: DbOptions): Promise<void> {
  const loss = await admin.beforeReset();
  if (!loss) return options.print('There is no data to delete.');
  if (!(await confirmDataLoss(loss, 'reset', options))) return options.print('Nothing was deleted.');
  await admin.reset();
  options.print(`Deleted ${loss}.`);
}

async function load(admin: DatabaseAdmin, file: string, options: DbOptions): Promise<void> {
  const loss = await admin.beforeLoad(file);
  if (loss && !(await confirmDataLoss(loss, `load ${options.file}`, options)))
    return options.print('Nothing was loaded.');
  await admin.load(file);
  options.print(loss ? `Loaded ${file} in place of ${loss}.` : `Loaded ${file}.`);
}

/** Whether the user agrees to lose data: by --yes on the command line, or in the terminal. */
async function confirmDataLoss(loss: string, command: string, { yes }: DbOptions): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new Error(`This deletes ${loss}. Say so with: npm run db -- ${command} --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const reply = await terminal.question(`This deletes ${loss}. Type yes to go on: `);
  terminal.close();
  return reply.trim().toLowerCase() === 'yes';
}

function requireFile(action: string, { file }: DbOptions): string {
  if (!file) throw new Error(`Which file? npm run db -- ${action} FILE`);
  return resolve(file);
}
