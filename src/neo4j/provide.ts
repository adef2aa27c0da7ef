import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { type Database, type ProvideOptions, SourceUnavailable } from './database.ts';
import { provideDocker } from './docker.ts';
import { existingAddress, useExisting } from './existing.ts';
import { provideManaged } from './managed.ts';
import { dataFolder, managedFolder } from './managed-folder.ts';
import { noDatabase } from './no-database.ts';
import { sourcesInOrder } from './source-order.ts';

export type { Database } from './database.ts';

/**
 * Returns a Neo4j that answers: the one NEO4J_URI names, else one in Docker, else a managed local server.
 * @throws Error that says what to provide, what was tried and why each way failed.
 */
export async function provideDatabase(config: Config, options: ProvideOptions): Promise<Database> {
  const address = existingAddress(config);
  if (address) return useExisting(address);
  const hasStore = existsSync(managedFolder(dataFolder(config, options)).store);
  const reasons: string[] = [];
  for (const source of sourcesInOrder(config.NEO4J_SOURCE, hasStore && !options.ephemeral)) {
    try {
      return await (source === 'docker' ? provideDocker(config, options) : provideManaged(config, options));
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      reasons.push(error.message);
    }
  }
  throw new Error(noDatabase(reasons, config.NEO4J_SOURCE));
}
