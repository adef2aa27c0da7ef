import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { NEO4J_VERSION } from '../runtime/jars.ts';
import { provideRuntime } from '../runtime/runtime.ts';
import { describeEnd, launchServer, relaunchServer } from '../server/launch.ts';
import { readLiveLock } from '../server/lock.ts';
import { markProcess } from '../server/process-mark.ts';
import { Restarts } from '../server/restarts.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import { dataFolder, makeFolders, managedFolder } from '../store/folder.ts';
import { managedPassword } from '../store/password.ts';
import { recoverStore } from '../store/replace-data.ts';
import { readRunning } from '../store/running.ts';
import { lockStore } from '../store/store-lock.ts';
import type {
  ConnectionDetails,
  Database,
  DatabaseNews,
  ManagedFolder,
  ManagedRecord,
  ProvideOptions,
  RestartPolicy,
  StoreContext,
} from '../types.ts';
import { watchBackground } from './watch-background.ts';

/** A managed server that this process has started. */
interface ManagedServer {
  connection: ConnectionDetails;
  /** Has it started again when it ends, until `stop`. */
  watch(policy: RestartPolicy, report: (news: DatabaseNews) => void): void;
  stop(): Promise<void>;
  /** Lets the server run on in the background when this process ends; returns the record of its lock. */
  keep(): Promise<ManagedRecord>;
}

type StartOptions = Pick<ProvideOptions, 'onProgress' | 'fill' | 'settings'> &
  Pick<StoreContext, 'removeAtEnd'>;

/** Joins the managed database that runs in the background for this project, or starts one for this process. */
export async function provideManaged(config: Config, options: ProvideOptions): Promise<Database> {
  const ephemeral = options.ephemeral ? mkdtempSync(join(tmpdir(), 'on-record-')) : undefined;
  const folder = managedFolder(ephemeral ?? dataFolder(config, options));
  const removeScratch = () => ephemeral && rmSync(ephemeral, { recursive: true, force: true });
  try {
    const running = options.fill ? undefined : await joinRunning(config, folder, options);
    if (running) return running;
    const server = await startManaged(config, folder, { ...options, removeAtEnd: ephemeral });
    const { connection, watch } = server;
    const describe = `Neo4j ${NEO4J_VERSION}, run by this process at ${connection.uri}, data in ${folder.home}`;
    const stop = async () => {
      await server.stop();
      removeScratch();
    };
    return { ...connection, source: 'managed', describe, watch, stop };
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
  { onProgress, fill, settings, removeAtEnd }: StartOptions,
): Promise<ManagedServer> {
  const runtime = await provideRuntime(config, onProgress);
  const { record, note, release } = await lockStore(folder, onProgress);
  const context = { config, settings, runtime, folder, removeAtEnd, note, onProgress };
  try {
    makeFolders(folder);
    recoverStore(folder);
    const password = await managedPassword(folder, runtime);
    await fill?.(context);
    const { connection, server } = await launchServer(context, password);
    note({ state: 'foreground', uri: connection.uri });
    const ending = new AbortController();
    let current = server;
    let watching: Promise<void> | undefined;
    let stopping: Promise<void> | undefined;
    return {
      connection,
      watch(policy, report) {
        const restarts = new Restarts(policy, report, ending.signal);
        const restart = async (code: number | null) => {
          note({ state: 'restarting', supervisor: undefined, java: undefined });
          current = await restarts.start(describeEnd(code), () =>
            relaunchServer(connection, context, ending.signal),
          );
          note({ state: 'foreground' });
        };
        watching = untilLost(ending.signal, report, async () => {
          const code = await current.ended;
          if (!ending.signal.aborted) await restart(code);
        });
      },
      stop() {
        ending.abort();
        stopping ??= Promise.all([current.stop(), watching]).then(release);
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

/** Repeats work until a signal comes, or until it fails, which is reported. */
async function untilLost(
  signal: AbortSignal,
  report: (news: DatabaseNews) => void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    while (!signal.aborted) await work();
  } catch (error) {
    if (!signal.aborted) report({ state: 'lost', text: (error as Error).message });
  }
}

/** The background database of a folder; with `join` also one that another process runs for itself. */
async function joinRunning(
  config: Config,
  folder: ManagedFolder,
  options: ProvideOptions,
): Promise<Database | undefined> {
  let record = readRunning(folder);
  const isComing = () =>
    record?.state === 'restarting' || (options.join === true && record?.state === 'starting');
  for (let seconds = 0; isComing(); seconds++) {
    options.onProgress(`waiting for the start of pid ${record?.holder.pid}: ${seconds} s`);
    await sleep(1000);
    record = readRunning(folder);
  }
  if (!record?.uri || (record.state !== 'background' && !options.join)) return undefined;
  const password = readFileSync(folder.password, 'utf8').trim();
  const connection = { uri: record.uri, user: 'neo4j', password, database: 'neo4j' };
  const server = await verifyDatabase(connection);
  const unregister = registerUser(folder);
  const describe = `${server}, already running (pid ${record.holder.pid}) at ${record.uri}, data in ${folder.home}`;
  const ending = new AbortController();
  let watching: Promise<void> | undefined;
  return {
    ...connection,
    source: 'managed',
    describe,
    watch(policy, report) {
      if (record.state !== 'background') return;
      const watch = { config, folder, connection, policy, report, signal: ending.signal };
      watching = untilLost(ending.signal, report, () => watchBackground(watch));
    },
    async stop() {
      ending.abort();
      await watching;
      unregister();
    },
  };
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
