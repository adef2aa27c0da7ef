import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { markProcess, type ProcessMark } from './process-mark.ts';

/** A program that runs under supervise.ts and ends with this process. */
export interface Supervised {
  supervisor: ProcessMark;
  /** Resolves with the mark of the program itself once it runs. */
  program: Promise<ProcessMark | undefined>;
  /** Resolves with its exit code when the program has ended. */
  ended: Promise<number | null>;
  /** Ends the program: politely, and after 25 s for good. */
  stop(): Promise<void>;
  /** Lets the program live on when this process ends. */
  keep(): Promise<void>;
}

/** Starts a program in a process group of its own, so that Ctrl-C in a terminal reaches its parent alone. */
export function startSupervised(
  command: string[],
  options: { log: string; removeAtEnd?: string; cwd?: string; env?: NodeJS.ProcessEnv },
): Supervised {
  const script = join(import.meta.dirname, 'supervise.ts');
  const args = [script, options.log, options.removeAtEnd ?? '', ...command];
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    // What a debugger or a test runner asks of this process is not meant for that one.
    env: { ...process.env, ...options.env, NODE_OPTIONS: '' },
  });
  child.on('error', () => {});
  const supervisor = markProcess(child.pid ?? 0);
  if (!supervisor) throw new Error(`The database's supervisor did not start: ${process.execPath} ${script}`);

  const ended = once(child, 'exit').then(([code]) => {
    endGroup(supervisor.pid, 'SIGTERM');
    return code as number | null;
  });
  const program = once(child.stdout, 'data').then(([line]) => markProcess(Number(String(line))));
  child.stdin.on('error', () => {});
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref(): void }).unref();

  return {
    supervisor,
    program,
    ended,
    async stop() {
      child.ref();
      child.stdin.end();
      const timer = setTimeout(() => endGroup(supervisor.pid, 'SIGKILL'), 25_000);
      await ended;
      clearTimeout(timer);
    },
    async keep() {
      child.ref();
      await new Promise<void>((written) => child.stdin.end('keep\n', written));
      child.unref();
    },
  };
}

// Where the supervisor itself was killed, the program is all that is left of its group.
function endGroup(group: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-group, signal);
  } catch {
    // The group is empty: all of it has ended.
  }
}
