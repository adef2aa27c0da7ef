import { type Dirent, mkdirSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import type { ManagedFolder } from '../types.ts';
import { lockStore } from './store-lock.ts';

/** All that On Record and Neo4j create in the home folder, but the lock. */
const CONTENTS = [
  'conf',
  'data',
  'data.previous',
  'import',
  'licenses',
  'logs',
  'password',
  'plugins',
  'run',
  'unfinished',
  'users',
];

/** The folder that ON_RECORD_DATA names, for this project. */
export function dataFolder(config: Config, options: { projectFolder: string; dataFolder?: string }): string {
  return options.dataFolder ?? resolve(options.projectFolder, config.ON_RECORD_DATA);
}

/** Names the paths of the managed database inside a data folder. */
export function managedFolder(data: string): ManagedFolder {
  const home = resolve(data, 'neo4j');
  return {
    home,
    lock: join(home, 'lock.json'),
    password: join(home, 'password'),
    settings: join(home, 'conf', 'neo4j.conf'),
    data: join(home, 'data'),
    store: join(home, 'data', 'databases'),
    unfinished: join(home, 'unfinished'),
    previous: join(home, 'data.previous'),
    console: join(home, 'logs', 'console.log'),
    log: join(home, 'logs', 'neo4j.log'),
    users: join(home, 'users'),
  };
}

/** Creates the folders that must exist before the server starts. */
export function makeFolders(folder: ManagedFolder): void {
  for (const file of [folder.settings, folder.console, folder.store])
    mkdirSync(dirname(file), { recursive: true });
}

/** The bytes of all files in a folder; 0 where the folder does not exist. */
export function folderSize(folder: string): number {
  return listFolder(folder)
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return folderSize(path);
      return entry.isFile() ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
    })
    .reduce((total, size) => total + size, 0);
}

// A program that works on the store can delete a folder at any time.
function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Deletes the managed database of a folder, which no process may use, and leaves all other files there. */
export async function deleteStore(folder: ManagedFolder): Promise<void> {
  const home = realpathSync(folder.home);
  if (home !== join(realpathSync(dirname(folder.home)), basename(folder.home))) {
    throw new Error(`${folder.home} is a link to ${home}: nothing was deleted.`);
  }
  const lock = await lockStore(folder, () => {});
  for (const name of CONTENTS) rmSync(join(home, name), { recursive: true, force: true });
  lock.release();
  if (readdirSync(home).length === 0) rmdirSync(home);
}
