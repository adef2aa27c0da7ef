import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { readLock } from '../../src/neo4j/server/lock.ts';
import { isRunning } from '../../src/neo4j/server/process-mark.ts';
import { managedFolder } from '../../src/neo4j/store/folder.ts';
import type { ManagedRecord } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { MANAGED_SETTINGS } from './managed-config.ts';

export const KEY = 'a-key-of-more-than-twenty-characters';

/** A service of its own process, with a managed database in a data folder. */
export interface ManagedService {
  child: ChildProcess;
  url: string;
  output: () => string;
  ended: Promise<[code: number | null, signal: string | null]>;
}

/** Starts the service as `npm start` and `npm run serve` do, and waits until it serves. */
export async function startManagedService(
  command: 'start' | 'serve',
  dataFolder: string,
): Promise<ManagedService> {
  const port = await getPort({ host: '127.0.0.1' });
  const settings = { PORT: String(port), LOG_LEVEL: 'warn', WRITE_KEY: KEY, RATE_LIMIT: '0' };
  const child = spawn(process.execPath, ['src/cli.ts', command], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, ...MANAGED_SETTINGS, ...settings, ON_RECORD_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = once(child, 'exit') as ManagedService['ended'];
  while (!output.includes('Ctrl-C ends it')) {
    if (child.exitCode !== null) throw new Error(output);
    await sleep(50);
  }
  return { child, url: `http://127.0.0.1:${port}`, output: () => output, ended };
}

export const lockRecord = (dataFolder: string): ManagedRecord | undefined =>
  readLock<ManagedRecord>(managedFolder(dataFolder).lock);

/** The process of a running Neo4j in a data folder, other than one that was seen before. */
export async function serverProcess(dataFolder: string, before?: number): Promise<number> {
  for (;;) {
    const java = lockRecord(dataFolder)?.java;
    if (java && java.pid !== before && isRunning(java)) return java.pid;
    await sleep(20);
  }
}

/** All processes that name a data folder in their command line (Linux). */
export function processesOf(dataFolder: string, program: RegExp): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(dataFolder) && program.test(line);
      } catch {
        // It ended meanwhile.
        return false;
      }
    });
}
