import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { NEO4J_VERSION } from '../runtime/jars.ts';
import { provideRuntime } from '../runtime/runtime.ts';
import { launchServer } from '../server/launch.ts';
import { readLiveLock } from '../server/lock.ts';
import { markProcess } from '../server/process-mark.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import { dataFolder, makeFolders, managedFolder } from '../store/folder.ts';
import { managedPassword } from '../store/password.ts';
import { recoverStore } from '../store/replace-data.ts';
import { lockStore } from '../store/store-lock.ts';
import type {
  ConnectionDetails,
  Database,
  ManagedFolder,
  ManagedRecord,
  ProvideOptions,
  StoreContext,
} from '../types.ts';

/** A managed server that this process has started. */
interface ManagedServer {
  connection: ConnectionDetails;
  stop(): Promise<void>;
  /** Lets the server run on in the background when this process ends; returns the record of its lock. */
  keep(): Promise<ManagedRecord>;
}

type StartOptions = Pick<ProvideOptions, 'onProgress' | 'fill'> & Pick<StoreContext, 'removeAtEnd'>;

/** Joins the managed database that runs in the background for this project, or starts one for this process. */
export async function provideManaged(config: Config, options: ProvideOptions): Promise<Database> {
  const ephemeral = options.ephemeral ? mkdtempSync(join(tmpdir(), 'on-record-')) : undefined;
  const folder = managedFolder(ephemeral ?? dataFolder(config, options));
  const removeScratch = () => ephemeral && rmSync(ephemeral, { recursive: true, force: true });
  try {
    const running = options.fill ? undefined : await joinRunning(folder, options);
    if (running) return running;
    const server = await startManaged(config, folder, { ...options, removeAtEnd: ephemeral });
    const { connection } = server;
    const describe = `Neo4j ${NEO4J_VERSION}, run by this process at ${connection.uri}, data in ${folder.home}`;
    const stop = async () => {
      await server.stop();
      removeScratch();
    };
    return { ...connection, source: 'managed', describe, stop };
  } catch (error) {
    removeScratch();
    throw error;
  }
}

/**
 * Starts the managed server in a folder that no other process uses.
 * @throws SourceUnavailable where Java or Maven is missing; Error where the server does not start.
 */
export async function startManaged(
  config: Config,
  folder: ManagedFolder,
  { onProgress, fill, removeAtEnd }: StartOptions,
): Promise<ManagedServer> {
  const runtime = await provideRuntime(config, onProgress);
  const { record, note, release } = await lockStore(folder, onProgress);
  const context = { config, runtime, folder, removeAtEnd, note, onProgress };
  try {
    makeFolders(folder);
    recoverStore(folder);
    const password = await managedPassword(folder, runtime);
    await fill?.(context);
    const { connection, server } = await launchServer(context, password);
    note({ state: 'foreground', uri: connection.uri });
    let stopping: Promise<void> | undefined;
    return {
      connection,
      stop() {
        stopping ??= server.stop().then(release);
        return stopping;
      },
      async keep() {
        await server.keep();
        note({ state: 'background', holder: server.supervisor });
        return record;
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The background database of a folder; with `join` also one that another process runs for itself. */
async function joinRunning(folder: ManagedFolder, options: ProvideOptions): Promise<Database | undefined> {
  let record = readLiveLock<ManagedRecord>(folder.lock);
  for (let seconds = 0; options.join && record?.state === 'starting'; seconds++) {
    options.onProgress(`waiting for the start of pid ${record.holder.pid}: ${seconds} s`);
    await sleep(1000);
    record = readLiveLock<ManagedRecord>(folder.lock);
  }
  if (!record?.uri || (record.state !== 'background' && !options.join)) return undefined;
  const password = readFileSync(folder.password, 'utf8').trim();
  const connection = { uri: record.uri, user: 'neo4j', password, database: 'neo4j' };
  const server = await verifyDatabase(connection);
  const unregister = registerUser(folder);
  const describe = `${server}, already running (pid ${record.holder.pid}) at ${record.uri}, data in ${folder.home}`;
  return { ...connection, source: 'managed', describe, stop: async () => unregister() };
}

function registerUser(folder: ManagedFolder): () => void {
  const file = join(folder.users, `${process.pid}.json`);
  mkdirSync(folder.users, { recursive: true });
  writeFileSync(file, JSON.stringify({ holder: markProcess(process.pid) }));
  return () => rmSync(file, { force: true });
}

/** The running processes that use the background database of a folder. */
export function listUsers(folder: ManagedFolder): number[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder.users);
  } catch {
    return [];
  }
  return names.flatMap((name) => readLiveLock(join(folder.users, name))?.holder.pid ?? []);
}
