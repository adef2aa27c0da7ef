import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from './connectivity.ts';
import type { Database, ProvideOptions } from './database.ts';
import { isStale, type LockRecord, readLock } from './lock.ts';
import type { ManagedFolder, ManagedRecord } from './managed-folder.ts';
import { markProcess } from './process-mark.ts';

/**
 * Uses the managed database that already runs in a folder: the one in the background, and with `join` also one that
 * another process runs for itself. Undefined where there is none to use.
 */
export async function useRunning(
  folder: ManagedFolder,
  { join, onProgress }: Pick<ProvideOptions, 'join' | 'onProgress'>,
): Promise<Database | undefined> {
  let record = readLock<ManagedRecord>(folder.lock);
  for (let seconds = 0; join && record?.state === 'starting' && !isStale(record); seconds++) {
    onProgress(`waiting for the start of pid ${record.holder.pid}: ${seconds} s`);
    await sleep(1000);
    record = readLock<ManagedRecord>(folder.lock);
  }
  if (!record?.uri || isStale(record)) return undefined;
  if (record.state !== 'background' && !join) return undefined;
  const password = readFileSync(folder.password, 'utf8').trim();
  const address = { uri: record.uri, user: 'neo4j', password, database: 'neo4j' };
  const server = await verifyDatabase(address);
  const leave = enterUser(folder);
  const describe = `${server}, already running (pid ${record.holder.pid}) at ${record.uri}, data in ${folder.home}`;
  return { ...address, source: 'managed', describe, stop: async () => leave() };
}

/** The processes that use the background database of a folder now. */
export function livingUsers(folder: ManagedFolder): number[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder.users);
  } catch {
    return [];
  }
  const records = names.map((name) => readLock<LockRecord>(join(folder.users, name)));
  return records.filter((record) => record && !isStale(record)).map((record) => record!.holder.pid);
}

function enterUser(folder: ManagedFolder): () => void {
  const record: LockRecord = { holder: markProcess(process.pid)! };
  const file = join(folder.users, `${process.pid}.json`);
  mkdirSync(folder.users, { recursive: true });
  writeFileSync(file, JSON.stringify(record));
  return () => rmSync(file, { force: true });
}
