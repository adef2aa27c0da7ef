import { mkdirSync, rmSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Place } from './database.ts';
import { isStale, readLock, releaseLock, takeLock, updateLock } from './lock.ts';
import { alreadyRunning, type ManagedFolder, type ManagedRecord } from './managed-folder.ts';
import { untilOrphanEnded } from './orphan.ts';
import { restorePrevious } from './replace-data.ts';
import { provideRuntime } from './runtime.ts';
import { starting } from './start-managed.ts';

/** Works on a managed database that nobody runs meanwhile, with an empty folder `unfinished` that goes in the end. */
export async function whileStopped<T>(
  config: Config,
  folder: ManagedFolder,
  onProgress: (text: string) => void,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  refuseRunning(folder);
  const runtime = await provideRuntime(config, onProgress);
  await untilOrphanEnded(readLock<ManagedRecord>(folder.lock), onProgress);
  const record = starting();
  const theirs = takeLock(folder.lock, record);
  if (theirs) throw new Error(inTheWay(theirs));
  const clear = () => rmSync(folder.unfinished, { recursive: true, force: true });
  try {
    clear();
    restorePrevious(folder);
    mkdirSync(folder.unfinished);
    const note = (news: Partial<ManagedRecord>) => updateLock(folder.lock, Object.assign(record, news));
    return await work({ config, runtime, folder, note });
  } finally {
    clear();
    releaseLock(folder.lock, record.holder);
  }
}

/** @throws Error that says how to stop the database of a folder where it runs. */
export function refuseRunning(folder: ManagedFolder): void {
  const record = readLock<ManagedRecord>(folder.lock);
  if (record && !isStale(record)) throw new Error(inTheWay(record));
}

const inTheWay = (record: ManagedRecord) =>
  `${alreadyRunning(record)} ${
    record.state === 'background' ? 'Stop it first: npm run db -- stop' : 'End that process first.'
  }`;
