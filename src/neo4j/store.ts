import { existsSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readLock, releaseLock, takeLock } from './lock.ts';
import { alreadyRunning, type ManagedFolder, type ManagedRecord } from './managed-folder.ts';
import { untilOrphanEnded } from './orphan.ts';
import { starting } from './start-managed.ts';

const OURS = [
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

/** The bytes that all files below a folder take; 0 where there is none. */
export function folderSize(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((total, size) => total + size, 0);
}

/** Deletes the managed database of a folder that nobody uses, and nothing that is not part of it. */
export async function deleteStore(folder: ManagedFolder): Promise<void> {
  const home = realpathSync(folder.home);
  if (home !== join(realpathSync(dirname(folder.home)), basename(folder.home))) {
    throw new Error(`${folder.home} is a link to ${home}: nothing was deleted.`);
  }
  await untilOrphanEnded(readLock<ManagedRecord>(folder.lock), () => {});
  const mine = starting();
  const theirs = takeLock(folder.lock, mine);
  if (theirs) throw new Error(alreadyRunning(theirs));
  for (const name of OURS) rmSync(join(home, name), { recursive: true, force: true });
  releaseLock(folder.lock, mine.holder);
  if (readdirSync(home).length === 0) rmdirSync(home);
}
