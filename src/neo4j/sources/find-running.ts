import type { Config } from '../../config.ts';
import { dataFolder, managedFolder } from '../store/folder.ts';
import { readRunning } from '../store/running.ts';
import type { Database, ProvideOptions } from '../types.ts';
import { provideManaged } from './managed.ts';
import { provideUri, uriConnection } from './uri.ts';

/**
 * The database that NEO4J_URI names, or the managed one that runs for this project already; undefined where there is none. It starts
 * nothing.
 */
export async function findRunning(config: Config, options: ProvideOptions): Promise<Database | undefined> {
  const connection = uriConnection(config);
  if (connection) return provideUri(connection);
  const running = readRunning(managedFolder(dataFolder(config, options)));
  return running?.uri ? provideManaged(config, { ...options, join: true }) : undefined;
}
