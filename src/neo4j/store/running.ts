import { readLock } from '../server/lock.ts';
import { isRunning } from '../server/process-mark.ts';
import type { ManagedFolder, ManagedRecord } from '../types.ts';

/**
 * Reads what the lock of a managed database says of it while it runs, starts or stops; undefined where it does not. One in the
 * background goes on where its supervisor was killed: the server itself is its holder then.
 */
export function readRunning(folder: ManagedFolder): ManagedRecord | undefined {
  const record = readLock<ManagedRecord>(folder.lock);
  if (!record || isRunning(record.holder)) return record;
  const { state, java } = record;
  return state === 'background' && java && isRunning(java) ? { ...record, holder: java } : undefined;
}
