import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning, type ProcessMark } from './process-mark.ts';

/** What a lock file says at least: who holds it. */
export interface LockRecord {
  holder: ProcessMark;
}

/** Reads a lock file; undefined where there is none, or none that can be understood. */
export function readLock<T extends LockRecord>(path: string): T | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as T;
    return typeof record.holder?.pid === 'number' ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A lock is stale when the process that took it has ended, however it ended. */
export function isStale(record: LockRecord | undefined, running = isRunning): boolean {
  return record === undefined || !running(record.holder);
}

/** Takes the lock and returns undefined, or returns what the living holder wrote into it. */
export function takeLock<T extends LockRecord>(path: string, mine: T): T | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const draft = writeDraft(path, mine);
  try {
    for (;;) {
      if (linkIfFree(draft, path)) return undefined;
      const theirs = readLock<T>(path);
      if (theirs && !isStale(theirs)) return theirs;
      removeStale(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces what our own lock says, in one step for anyone who reads it. */
export function updateLock(path: string, mine: LockRecord): void {
  renameSync(writeDraft(path, mine), path);
}

/** Gives the lock back, unless somebody else holds it by now. */
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

// A hard link appears with its content or not at all: nobody reads a half-written lock.
function linkIfFree(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

// Two starts may find the same stale lock. What is moved away is looked at again: a fresh one goes back.
function removeStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!isStale(readLock(aside))) linkIfFree(aside, path);
  rmSync(aside, { force: true });
}
