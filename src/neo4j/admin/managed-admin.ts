import { existsSync, mkdirSync, rmSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { NEO4J_VERSION } from '../runtime/jars.ts';
import { provideRuntime } from '../runtime/runtime.ts';
import { readLock, releaseLock, updateLock } from '../server/lock.ts';
import { isRunning } from '../server/process-mark.ts';
import { verifyDatabase } from '../server/verify-database.ts';
import { listUsers, startManaged } from '../sources/managed.ts';
import { noDatabase } from '../sources/provide.ts';
import { dumpStore, refuseDumpTarget } from '../store/dump.ts';
import { deleteStore, folderSize, megabytes } from '../store/folder.ts';
import { loadStore, refuseNoDump } from '../store/load.ts';
import { readOrCreatePassword } from '../store/password.ts';
import { recoverStore } from '../store/replace-data.ts';
import { readRunning } from '../store/running.ts';
import { alreadyRunning, describeHolder, lockStore, waitForOrphan } from '../store/store-lock.ts';
import {
  type DatabaseAdmin,
  type DbOptions,
  type ManagedFolder,
  type ManagedRecord,
  SourceUnavailable,
  type StoreContext,
} from '../types.ts';

/**
 * Administers the managed database in this project's data folder.
 * @param reasons why the sources before it in the order are not available.
 */
export function managedAdmin(
  config: Config,
  folder: ManagedFolder,
  { print }: DbOptions,
  reasons: string[],
): DatabaseAdmin {
  const refuseForeground = (record: ManagedRecord | undefined) => {
    if (!record || record.state === 'background') return;
    throw new Error(
      `This database belongs to the running \`npm start\` (pid ${record.holder.pid}): stop that one instead.`,
    );
  };

  /** Locks the store, and works on it with an empty folder `unfinished` that is deleted in the end. */
  const whileStopped = async <T>(work: (context: StoreContext) => Promise<T>): Promise<T> => {
    const { note, release } = await lockStore(folder, print);
    try {
      const runtime = await provideRuntime(config, print);
      recoverStore(folder);
      mkdirSync(folder.unfinished);
      return await work({ config, runtime, folder, note, onProgress: print });
    } finally {
      rmSync(folder.unfinished, { recursive: true, force: true });
      release();
    }
  };

  return {
    async start() {
      const record = readRunning(folder);
      if (record) return print(`${alreadyRunning(record)} ${record.uri ?? ''}`.trim());
      const server = await startManaged(config, folder, { onProgress: print }).catch((error: unknown) => {
        if (!(error instanceof SourceUnavailable)) throw error;
        throw new Error(noDatabase([...reasons, error.message], config.NEO4J_SOURCE));
      });
      const { holder } = await server.keep();
      const { uri } = server.connection;
      print(`Neo4j ${NEO4J_VERSION} runs in the background (pid ${holder.pid}) at ${uri}`);
      print('Stop it with: npm run db -- stop');
    },

    async stop() {
      const record = readRunning(folder);
      refuseForeground(record);
      if (!record) return print('The database is not running.');
      const users = listUsers(folder);
      if (users.length > 0)
        print(`A service still uses it (pid ${users.join(', ')}) and will have no database.`);
      const locked = readLock<ManagedRecord>(folder.lock) ?? record;
      // So that no service that uses it takes it for one that died.
      const stopping: ManagedRecord = { ...locked, state: 'stopping' };
      updateLock(folder.lock, stopping);
      process.kill(record.holder.pid, 'SIGTERM');
      await waitForOrphan(record, () => {});
      releaseLock(folder.lock, locked.holder);
      print('The database is stopped; its data stays.');
    },

    async status() {
      const record = readRunning(folder);
      const size = `${megabytes(folderSize(folder.home))} in ${folder.home}`;
      if (!record) return print(`The managed database ${howItEnded(folder)}.\n  data      ${size}`);
      const { state, holder, since, uri, java } = record;
      const doing = DOING[state] ?? 'runs';
      print(`The managed database ${doing} (${state}, pid ${holder.pid}, since ${since}).`);
      print(`  uri       ${uri ?? 'not ready yet'}, user neo4j, password in ${folder.password}`);
      print(`  data      ${size}`);
      print(
        `  java      ${java ? `pid ${java.pid}${isRunning(java) ? '' : ', which has ended'}` : 'not running'}`,
      );
      const users = listUsers(folder);
      if (users.length > 0) print(`  used by   pid ${users.join(', ')}`);
      if (!uri || DOING[state]) return;
      const password = readOrCreatePassword(folder.password);
      const server = await verifyDatabase({ uri, user: 'neo4j', password, database: 'neo4j' });
      print(`  responds  ${server}`);
    },

    async beforeReset() {
      refuseForeground(readRunning(folder));
      const users = listUsers(folder);
      if (users.length > 0)
        throw new Error(`A service uses this database (pid ${users.join(', ')}): stop it first.`);
      const size = folderSize(folder.home);
      return size > 0 ? `the database in ${folder.home} (${megabytes(size)})` : '';
    },

    async reset() {
      if (readRunning(folder)) await this.stop();
      await deleteStore(folder);
    },

    async dump(file) {
      refuseDumpTarget(file);
      const size = await whileStopped((context) => dumpStore(context, file));
      print(`Dumped the database in ${folder.home} to ${file} (${megabytes(size)}).`);
    },

    async beforeLoad(file) {
      const record = readRunning(folder);
      if (record) throw new Error(describeHolder(record));
      refuseNoDump(file);
      return existsSync(folder.store)
        ? `the database in ${folder.home} (${megabytes(folderSize(folder.data))})`
        : '';
    },

    load: (file) => whileStopped((context) => loadStore(context, file)),
  };
}

/** What a database does that is held and cannot be asked. */
const DOING: Partial<Record<ManagedRecord['state'], string>> = {
  starting: 'is being started',
  restarting: 'ended and is being started again',
  stopping: 'is being stopped',
};

/** Nobody releases the lock of a database that died. */
function howItEnded(folder: ManagedFolder): string {
  const left = readLock<ManagedRecord>(folder.lock);
  if (!left || left.state === 'stopping') return 'is not running';
  return `is not running: it ended without being stopped (pid ${left.holder.pid}, since ${left.since})`;
}
