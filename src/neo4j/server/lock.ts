import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LockRecord, ProcessMark } from '../types.ts';
import { isRunning } from './process-mark.ts';

/** Reads a lock file; undefined where there is none, or none that can be parsed. */
export function readLock<T extends LockRecord>(path: string): T | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as T;
    return typeof record.holder?.pid === 'number' ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a lock file; undefined where no running process holds it. */
export function readLiveLock<T extends LockRecord>(path: string): T | undefined {
  const record = readLock<T>(path);
  return record && isRunning(record.holder) ? record : undefined;
}

/** Takes the lock and returns undefined, or returns the record of the running process that holds it. */
export function takeLock<T extends LockRecord>(path: string, own: T): T | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const draft = writeDraft(path, own);
  try {
    while (!linkIfFree(draft, path)) {
      const other = readLiveLock<T>(path);
      if (other) return other;
      removeStale(path);
    }
    return undefined;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces the record of a lock that this process holds, in one step for its readers. */
export function updateLock(path: string, own: LockRecord): void {
  renameSync(writeDraft(path, own), path);
}

/** Releases the lock, unless another process holds it by now. */
export function releaseLock(path: string, holder: ProcessMark): void {
  const record = readLock(path);
  if (record?.holder.pid === holder.pid && record.holder.started === holder.started)
    rmSync(path, { force: true });
}

function writeDraft(path: string, record: LockRecord): string {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

// A hard link appears with its content or not at all, so that no process reads a half-written lock.
function linkIfFree(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

// Two processes may find the same stale lock. The second may move a fresh one aside, and puts that one back.
function removeStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readLiveLock(aside)) linkIfFree(aside, path);
  rmSync(aside, { force: true });
}
