import { setTimeout as sleep } from 'node:timers/promises';
import { readLock, releaseLock, takeLock, updateLock } from '../server/lock.ts';
import { isRunning, markProcess } from '../server/process-mark.ts';
import type { ManagedFolder, ManagedRecord, StoreContext } from '../types.ts';
import { readRunning } from './running.ts';

const END_TIMEOUT_S = 30;

/** The lock on a managed database, held by this process. */
export interface StoreLock extends Pick<StoreContext, 'note'> {
  record: ManagedRecord;
  release: () => void;
}

/**
 * Locks a managed database, after the server of a killed process has ended.
 * @throws Error that names the process which holds the lock.
 */
export async function lockStore(
  folder: ManagedFolder,
  onProgress: (text: string) => void,
): Promise<StoreLock> {
  const running = readRunning(folder);
  if (running) throw new Error(describeHolder(running));
  const previous = readLock<ManagedRecord>(folder.lock);
  // The supervisor of a killed process may still be ending its server.
  if (previous && !isRunning(previous.holder)) await waitForOrphan(previous, onProgress);
  const record: ManagedRecord = {
    holder: markProcess(process.pid)!,
    state: 'starting',
    since: new Date().toISOString(),
  };
  const other = takeLock(folder.lock, record);
  if (other) throw new Error(describeHolder(other));
  return {
    record,
    note: (news) => updateLock(folder.lock, Object.assign(record, news)),
    release: () => releaseLock(folder.lock, record.holder),
  };
}

const DOING: Record<ManagedRecord['state'], string> = {
  starting: 'is already starting',
  foreground: 'is already running',
  background: 'is already running',
  restarting: 'ended and is being started again',
  stopping: 'is being stopped',
};

/** Says that a process runs the database of a folder already. */
export function alreadyRunning(record: ManagedRecord): string {
  return `On Record's database ${DOING[record.state]} here (pid ${record.holder.pid}, since ${record.since}).`;
}

/** Says which process runs the database of a folder, and how to stop it. */
export function describeHolder(record: ManagedRecord): string {
  const remedy =
    record.state === 'background' ? 'Stop it first: npm run db -- stop' : 'End that process first.';
  return `${alreadyRunning(record)} ${remedy}`;
}

/**
 * Waits until the supervisor and the server of a record have ended, whose owner has ended or has told them to end.
 * @throws Error that names the process which does not end.
 */
export async function waitForOrphan(
  { supervisor, java }: ManagedRecord,
  onProgress: (text: string) => void,
): Promise<void> {
  for (let tenths = 0; tenths < END_TIMEOUT_S * 10; tenths++) {
    const supervised = supervisor !== undefined && isRunning(supervisor);
    const serving = java !== undefined && isRunning(java);
    if (!supervised && !serving) return;
    // A server whose owner and supervisor were both killed does not end on its own.
    if (!supervised && serving && tenths === 0) process.kill(java.pid, 'SIGTERM');
    if (tenths % 10 === 0)
      onProgress(`waiting for the database of a killed start to close: ${tenths / 10} s`);
    await sleep(100);
  }
  const pid = (java ?? supervisor)?.pid;
  throw new Error(
    `A database that was told to end still runs here (pid ${pid}). End it with: kill -9 ${pid}`,
  );
}
