import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLiveLock, releaseLock, takeLock } from '../server/lock.ts';
import { markProcess } from '../server/process-mark.ts';
import type { ProcessMark } from '../types.ts';

/** Who uses the container of Neo4j, and whether it is to stop with the last of them. */
export interface Usage {
  /** Does work that no other process of this project does at the same time, such as starting or stopping the container. */
  exclusively<T>(work: () => Promise<T>, onWait?: (pid: number) => void): Promise<T>;
  add(user: ProcessMark): void;
  remove(user: ProcessMark): void;
  /** The processes that use it and still run. */
  users(): number[];
  /** Says that the container was started for its users, in the run that is named once it is known. */
  noteStarted(run: string | undefined): void;
  /** The container runs on without users from now on, or does not run. */
  noteIndependent(): void;
  /** Whether that run of the container was started for its users, by a process that may have been killed. */
  isForUsers(run: string | undefined): boolean;
}

const POLL_MS = 100;

/** The usage that is written down in the data folder of a project. */
export function usageIn(data: string): Usage {
  const folder = join(data, 'docker');
  const lock = join(folder, 'lock.json');
  const started = join(folder, 'started');
  const usersFolder = join(folder, 'users');
  mkdirSync(usersFolder, { recursive: true });
  const fileOf = (user: ProcessMark) => join(usersFolder, `${user.pid}.json`);
  const readStarted = () => {
    try {
      return readFileSync(started, 'utf8');
    } catch {
      return undefined;
    }
  };
  return {
    async exclusively(work, onWait) {
      const holder = markProcess(process.pid)!;
      const other = takeLock(lock, { holder });
      if (other) onWait?.(other.holder.pid);
      for (let busy = other; busy; busy = takeLock(lock, { holder })) await sleep(POLL_MS);
      try {
        return await work();
      } finally {
        releaseLock(lock, holder);
      }
    },
    add: (user) => writeFileSync(fileOf(user), JSON.stringify({ holder: user })),
    remove: (user) => rmSync(fileOf(user), { force: true }),
    users: () =>
      readdirSync(usersFolder).flatMap((name) => readLiveLock(join(usersFolder, name))?.holder.pid ?? []),
    noteStarted: (run = '') => writeFileSync(started, run),
    noteIndependent: () => rmSync(started, { force: true }),
    isForUsers(run) {
      const noted = readStarted();
      // A start that was killed has not noted its run.
      return noted !== undefined && (noted === '' || run === undefined || noted === run);
    },
  };
}
