import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { LockRecord } from './lock.ts';
import type { ProcessMark } from './process-mark.ts';

/** Where everything of one managed database lies. `home` is Neo4j's own home folder. */
export interface ManagedFolder {
  home: string;
  lock: string;
  password: string;
  settings: string;
  data: string;
  /** Inside `data`, and there from the first start on. */
  store: string;
  /** Where a database is made that takes its place when it is finished. */
  unfinished: string;
  /** The data that others are about to take the place of. */
  previous: string;
  /** What Java itself prints: a crash, a port in use. */
  console: string;
  log: string;
  /** One file for each service that uses a database in the background. */
  users: string;
}

/** What the lock file of a managed database says. */
export interface ManagedRecord extends LockRecord {
  state: 'starting' | 'foreground' | 'background';
  since: string;
  uri?: string;
  supervisor?: ProcessMark;
  java?: ProcessMark;
}

/** The folder that ON_RECORD_DATA names, for this project. */
export function dataFolder(config: Config, options: { projectFolder: string; dataFolder?: string }): string {
  return options.dataFolder ?? resolve(options.projectFolder, config.ON_RECORD_DATA);
}

/** Names the files of the managed database inside a data folder. */
export function managedFolder(data: string): ManagedFolder {
  const home = resolve(data, 'neo4j');
  return {
    home,
    lock: resolve(home, 'lock.json'),
    password: resolve(home, 'password'),
    settings: resolve(home, 'conf', 'neo4j.conf'),
    data: resolve(home, 'data'),
    store: resolve(home, 'data', 'databases'),
    unfinished: resolve(home, 'unfinished'),
    previous: resolve(home, 'data.previous'),
    console: resolve(home, 'logs', 'console.log'),
    log: resolve(home, 'logs', 'neo4j.log'),
    users: resolve(home, 'users'),
  };
}

/** Makes the folders that have to be there before the server starts. */
export function makeFolders(folder: ManagedFolder): void {
  for (const file of [folder.settings, folder.console]) mkdirSync(dirname(file), { recursive: true });
}

/** Says who runs the database of a folder already. */
export function alreadyRunning(record: ManagedRecord): string {
  const what = record.state === 'starting' ? 'is already starting' : 'is already running';
  return `On Record's database ${what} here (pid ${record.holder.pid}, since ${record.since}).`;
}
