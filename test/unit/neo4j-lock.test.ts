import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLiveLock, readLock, releaseLock, takeLock, updateLock } from '../../src/neo4j/server/lock.ts';
import { isRunning, markProcess } from '../../src/neo4j/server/process-mark.ts';

const me = { holder: markProcess(process.pid)! };
const dead = { holder: { pid: process.pid, started: 'before the last boot' } };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-lock-'));
  path = join(folder, 'below', 'lock.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a process mark', () => {
  it('tells a process from a later one with the same number', () => {
    expect(isRunning(me.holder)).toBe(true);
    expect(isRunning(dead.holder)).toBe(false);
  });

  it('is missing for a number that nobody has', () => {
    expect(markProcess(2 ** 22 + 1)).toBeUndefined();
  });
});

describe('a lock', () => {
  it('goes to one, and tells the next who that is', () => {
    expect(takeLock(path, me)).toBeUndefined();
    expect(takeLock(path, me)).toEqual(me);
  });

  it('is stale when its holder has ended, though the number lives on', () => {
    expect(readLiveLock(path)).toBeUndefined();
    takeLock(path, me);
    expect(readLiveLock(path)).toEqual(me);
    updateLock(path, dead);
    expect(readLiveLock(path)).toBeUndefined();
  });

  it.each([
    ['of a killed start', JSON.stringify(dead)],
    ['cut short by a full disk', '{"holder":{"pi'],
    ['that is empty', ''],
  ])('is taken over from a file %s', (_, text) => {
    takeLock(path, me);
    writeFileSync(path, text);
    expect(takeLock(path, me)).toBeUndefined();
    expect(readLock(path)).toEqual(me);
  });

  it('is for its owner to read, and leaves no drafts behind', () => {
    takeLock(path, me);
    updateLock(path, { ...me, uri: 'bolt://127.0.0.1:7687' } as typeof me);
    expect(readLock(path)).toEqual({ ...me, uri: 'bolt://127.0.0.1:7687' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'below'))).toEqual(['lock.json']);
  });

  it('is given back by its holder alone', () => {
    takeLock(path, me);
    releaseLock(path, dead.holder);
    expect(readLock(path)).toEqual(me);
    releaseLock(path, me.holder);
    expect(readLock(path)).toBeUndefined();
  });
});
