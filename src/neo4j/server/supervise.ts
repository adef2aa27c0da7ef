import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessMark, StoreContext } from '../types.ts';
import { isRunning, markProcess } from './process-mark.ts';
import { endGroup } from './run.ts';

const KILL_AFTER_MS = 25_000;
const POLL_MS = 100;

/** A program that ends with this process, however this process ends. */
export interface Supervised {
  supervisor: ProcessMark;
  /**
   * Resolves with the exit code when the program has ended, or with null where its supervisor was killed; it does not keep
   * this process alive.
   */
  ended: Promise<number | null>;
  /** Waits for the end of the program and returns its exit code. */
  wait(): Promise<number | null>;
  /** Ends the program with SIGTERM, and after 25 s with SIGKILL. */
  stop(): Promise<void>;
  /** Lets the program run on when this process ends. */
  keep(): Promise<void>;
}

interface SuperviseOptions extends Pick<StoreContext, 'removeAtEnd' | 'note'> {
  /** The file that gets what the program prints. */
  log: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Starts a program under supervisor.js, in a process group of its own: Ctrl-C in a terminal reaches this process alone.
 */
export function supervise(
  command: string[],
  { log, removeAtEnd = '', cwd, env, note }: SuperviseOptions,
): Supervised {
  const script = join(import.meta.dirname, 'supervisor.js');
  const child = spawn(process.execPath, [script, log, removeAtEnd, ...command], {
    cwd,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    // The options that a debugger or a test runner sets for this process would break the supervisor.
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
  });
  child.on('error', () => {});
  const supervisor = markProcess(child.pid ?? 0);
  if (!supervisor) throw new Error(`The database's supervisor did not start: ${process.execPath} ${script}`);
  note({ supervisor });
  let program: ProcessMark | undefined;
  once(child.stdout, 'data')
    .then(([line]) => {
      program = markProcess(Number(String(line)));
      note({ java: program });
    })
    // A program that ends at once may have removed the folder of its lock file.
    .catch(() => {});

  let isKept = false;
  const ended = once(child, 'exit').then(async ([code]) => {
    if (isKept) return code as number | null;
    // A supervisor that was killed leaves the program behind in its process group.
    endGroup(supervisor.pid, 'SIGTERM');
    for (let waited = 0; program && isRunning(program); waited += POLL_MS) {
      if (waited > KILL_AFTER_MS) endGroup(supervisor.pid, 'SIGKILL');
      await sleep(POLL_MS);
    }
    return code as number | null;
  });
  child.stdin.on('error', () => {});
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream.unref();

  const wait = () => {
    child.ref();
    return ended;
  };
  return {
    supervisor,
    ended,
    wait,
    async stop() {
      child.stdin.end();
      const timer = setTimeout(() => endGroup(supervisor.pid, 'SIGKILL'), KILL_AFTER_MS);
      await wait();
      clearTimeout(timer);
    },
    async keep() {
      isKept = true;
      child.ref();
      await new Promise<void>((written) => child.stdin.end('keep\n', written));
      child.unref();
    },
  };
}
