import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { findEngine } from './compose.ts';
import { type Database, type Place, type ProvideOptions, SourceUnavailable } from './database.ts';
import { isStale, readLock } from './lock.ts';
import { provideManaged } from './managed.ts';
import {
  alreadyRunning,
  dataFolder,
  type ManagedFolder,
  type ManagedRecord,
  managedFolder,
} from './managed-folder.ts';

/**
 * Starts the managed database after its store was filled from outside.
 * @throws Error that says what is in the way: the database must be a managed one, not running and not there yet.
 */
export async function provideFilled(
  config: Config,
  options: ProvideOptions,
  fill: (place: Place) => Promise<void>,
): Promise<Database> {
  await refuseUnfillable(config, options);
  try {
    return await provideManaged(config, {
      ...options,
      fill: (place) => {
        refuseStore(place.folder);
        return fill(place);
      },
    });
  } catch (error) {
    if (!(error instanceof SourceUnavailable)) throw error;
    throw new Error(
      `A bulk load needs the managed Neo4j, which needs Java 17 or 21 and Maven: ${error.message}`,
    );
  }
}

/** @throws Error where a bulk load is not possible, before anything is written. */
export async function refuseUnfillable(
  config: Config,
  options: Omit<ProvideOptions, 'onProgress'>,
): Promise<void> {
  if (options.ephemeral) return;
  if (config.NEO4J_URI !== undefined) {
    throw new Error(
      `A bulk load writes the files of the managed database, and NEO4J_URI names ${config.NEO4J_URI}: load without --bulk, or unset NEO4J_URI.`,
    );
  }
  if (config.NEO4J_SOURCE === 'docker') {
    throw new Error(
      'A bulk load writes the files of the managed database, and NEO4J_SOURCE is docker: load without --bulk, or set NEO4J_SOURCE=managed.',
    );
  }
  const folder = managedFolder(dataFolder(config, options));
  const record = readLock<ManagedRecord>(folder.lock);
  if (record && !isStale(record)) {
    throw new Error(
      `${alreadyRunning(record)} A bulk load makes a new database: load without --bulk, or stop this one and delete it with: npm run db -- reset`,
    );
  }
  refuseStore(folder);
  if (config.NEO4J_SOURCE === 'auto' && (await hasEngine())) {
    throw new Error(
      'A Docker engine answers, so the database would be in a container, and a bulk load writes the files of the managed one: load without --bulk, or set NEO4J_SOURCE=managed.',
    );
  }
}

function refuseStore(folder: ManagedFolder): void {
  if (!existsSync(folder.store)) return;
  throw new Error(
    `${folder.home} holds a database already, and a bulk load makes a new one: load without --bulk, or delete it with: npm run db -- reset`,
  );
}

const hasEngine = () =>
  findEngine().then(
    () => true,
    () => false,
  );
