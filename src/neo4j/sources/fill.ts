import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { findEngine } from '../docker/engine.ts';
import { dataFolder, managedFolder } from '../store/folder.ts';
import { readRunning } from '../store/running.ts';
import { alreadyRunning } from '../store/store-lock.ts';
import {
  type Database,
  type ManagedFolder,
  type ProvideOptions,
  SourceUnavailable,
  type StoreContext,
} from '../types.ts';
import { provideManaged } from './managed.ts';

/**
 * Starts a new managed database after `fill` has created its store.
 * @throws Error that says what prevents it: the database must be a managed one that neither runs nor exists yet.
 */
export async function provideFilled(
  config: Config,
  options: ProvideOptions,
  fill: (context: StoreContext) => Promise<void>,
): Promise<Database> {
  await refuseUnfillable(config, options);
  try {
    return await provideManaged(config, {
      ...options,
      fill: (context) => {
        refuseStore(context.folder);
        return fill(context);
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
  const files = 'A bulk load writes the files of the managed database';
  const { NEO4J_URI, NEO4J_SOURCE } = config;
  if (NEO4J_URI !== undefined)
    throw refusal(`${files}, and NEO4J_URI names ${NEO4J_URI}`, 'unset NEO4J_URI.');
  if (NEO4J_SOURCE === 'docker')
    throw refusal(`${files}, and NEO4J_SOURCE is docker`, 'set NEO4J_SOURCE=managed.');
  const folder = managedFolder(dataFolder(config, options));
  const record = readRunning(folder);
  if (record)
    throw refusal(
      `${alreadyRunning(record)} A bulk load makes a new database`,
      'stop this one and delete it with: npm run db -- reset',
    );
  refuseStore(folder);
  if (NEO4J_SOURCE === 'auto' && (await hasEngine()))
    throw refusal(
      'A Docker engine responds, so the database would be in a container, and a bulk load writes the files of the managed one',
      'set NEO4J_SOURCE=managed.',
    );
}

function refuseStore(folder: ManagedFolder): void {
  if (!existsSync(folder.store)) return;
  throw refusal(
    `${folder.home} holds a database already, and a bulk load makes a new one`,
    'delete it with: npm run db -- reset',
  );
}

const refusal = (reason: string, remedy: string) => new Error(`${reason}: load without --bulk, or ${remedy}`);

const hasEngine = () =>
  findEngine().then(
    () => true,
    () => false,
  );
