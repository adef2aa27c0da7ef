import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedRecord } from './managed-folder.ts';
import { isRunning } from './process-mark.ts';

const PATIENCE_S = 30;

/** Waits for the server of a start that was killed, if one still runs: its supervisor is ending it. */
export async function untilOrphanEnded(
  record: ManagedRecord | undefined,
  onProgress: (text: string) => void,
): Promise<void> {
  if (record && !isRunning(record.holder)) await untilEnded(record, onProgress);
}

/**
 * Waits until supervisor and server of a record have ended.
 * @throws Error that names the process where they do not end.
 */
export async function untilEnded(record: ManagedRecord, onProgress: (text: string) => void): Promise<void> {
  const { supervisor, java } = record;
  for (let tenths = 0; tenths < PATIENCE_S * 10; tenths++) {
    const supervised = supervisor !== undefined && isRunning(supervisor);
    const serving = java !== undefined && isRunning(java);
    if (!supervised && !serving) return;
    // Nobody is left to end it: both its owner and its supervisor were killed.
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
