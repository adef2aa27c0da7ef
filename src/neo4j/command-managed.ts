import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { CommandOptions, KeptDatabase } from './command.ts';
import { verifyDatabase } from './connectivity.ts';
import { SourceUnavailable } from './database.ts';
import { NEO4J_VERSION } from './distribution.ts';
import { dumpStore, megabytes } from './dump.ts';
import { livingUsers } from './join.ts';
import { loadStore, refuseNoDump } from './load.ts';
import { isStale, readLock, releaseLock } from './lock.ts';
import { alreadyRunning, type ManagedFolder, type ManagedRecord } from './managed-folder.ts';
import { noDatabase } from './no-database.ts';
import { untilEnded } from './orphan.ts';
import { keepPassword } from './password.ts';
import { startManaged } from './start-managed.ts';
import { refuseRunning } from './stopped.ts';
import { deleteStore, folderSize } from './store.ts';

/** The managed database in this project's data folder, started and stopped on its own. */
export function keptHere(
  config: Config,
  folder: ManagedFolder,
  { print }: CommandOptions,
  reasons: string[],
): KeptDatabase {
  const running = () => {
    const record = readLock<ManagedRecord>(folder.lock);
    return isStale(record) ? undefined : record;
  };
  const refuseForeground = (record: ManagedRecord | undefined) => {
    if (!record || record.state === 'background') return;
    throw new Error(
      `This database belongs to the running \`npm start\` (pid ${record.holder.pid}): stop that one instead.`,
    );
  };

  return {
    async start() {
      const record = running();
      if (record) return print(`${alreadyRunning(record)} ${record.uri ?? ''}`.trim());
      const server = await startManaged(config, folder, { onProgress: print }).catch((error: unknown) => {
        if (!(error instanceof SourceUnavailable)) throw error;
        throw new Error(noDatabase([...reasons, error.message], config.NEO4J_SOURCE));
      });
      const { holder } = await server.keep();
      print(`Neo4j ${NEO4J_VERSION} runs in the background (pid ${holder.pid}) at ${server.address.uri}`);
      print('Stop it with: npm run db -- stop');
    },

    async stop() {
      const record = running();
      refuseForeground(record);
      if (!record) return print('The database is not running.');
      const users = livingUsers(folder);
      if (users.length > 0)
        print(`A service still uses it (pid ${users.join(', ')}) and will have no database.`);
      process.kill(record.holder.pid, 'SIGTERM');
      await untilEnded(record, () => {});
      releaseLock(folder.lock, record.holder);
      print('The database is stopped; its data stays.');
    },

    async status() {
      const record = running();
      const size = `${(folderSize(folder.home) / 1e6).toFixed(1)} MB in ${folder.home}`;
      if (!record) return print(`The managed database is not running.\n  data      ${size}`);
      print(`The managed database runs (${record.state}, pid ${record.holder.pid}, since ${record.since}).`);
      print(`  address   ${record.uri ?? 'not ready yet'}, user neo4j, password in ${folder.password}`);
      print(`  data      ${size}`);
      print(`  java      pid ${record.java?.pid ?? 'unknown'}`);
      const users = livingUsers(folder);
      if (users.length > 0) print(`  used by   pid ${users.join(', ')}`);
      if (!record.uri) return;
      const address = {
        uri: record.uri,
        user: 'neo4j',
        database: 'neo4j',
        password: keepPassword(folder.password),
      };
      print(`  answers   ${await verifyDatabase(address)}`);
    },

    async beforeReset() {
      const record = running();
      refuseForeground(record);
      const users = livingUsers(folder);
      if (users.length > 0)
        throw new Error(`A service uses this database (pid ${users.join(', ')}): stop it first.`);
      const size = folderSize(folder.home);
      return size > 0 ? `the database in ${folder.home} (${(size / 1e6).toFixed(1)} MB)` : '';
    },

    async reset() {
      if (running()) await this.stop();
      await deleteStore(folder);
    },

    async dump(file) {
      const size = await dumpStore(config, folder, file, print);
      print(`Dumped the database in ${folder.home} to ${file} (${megabytes(size)}).`);
    },

    async beforeLoad(file) {
      refuseRunning(folder);
      refuseNoDump(file);
      return existsSync(folder.store)
        ? `the database in ${folder.home} (${megabytes(folderSize(folder.data))})`
        : '';
    },

    load: (file) => loadStore(config, folder, file, print),
  };
}
