import { spawn } from 'node:child_process';

/** How a command ended. */
export interface Outcome {
  /** The exit code, or why there is none. */
  code: number | 'missing' | 'timeout';
  /** What it printed on both streams. */
  output: string;
  stdout: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
  /** Ends the command and all that it started. */
  signal?: AbortSignal;
  /** Called with all output so far. */
  onOutput?: (output: string) => void;
}

/** Runs a command to its end and collects what it prints; never throws. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: options.signal !== undefined,
    });
    // The timeout of `spawn` itself goes on, and holds this process, where the command is missing.
    const late = options.timeoutMs && setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    const end = () => endGroup(child.pid, 'SIGTERM');
    options.signal?.addEventListener('abort', end, { once: true });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (text: string) => {
      stdout += text;
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        options.onOutput?.(output);
      });
    }
    const ended = (code: Outcome['code']) => {
      clearTimeout(late);
      options.signal?.removeEventListener('abort', end);
      resolve({ code, output, stdout });
    };
    child.on('error', () => ended('missing'));
    child.on('close', (code) => ended(code ?? 'timeout'));
    if (options.signal?.aborted) end();
  });
}

/** Sends a signal to all processes of a group that still run. */
export function endGroup(group: number | undefined, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // The group is empty: all of its processes have ended.
  }
}

/** Reports, once a second until some work ends, how many seconds it has taken. */
export function everySecond<T>(work: Promise<T>, report: (seconds: number) => void): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => report(++seconds), 1000);
  return work.finally(() => clearInterval(timer));
}

/** The last lines of a log, for an error that quotes them. */
export function lastLines(text: string, count: number, indent = ''): string {
  return text.trimEnd().split('\n').slice(-count).join('\n').replaceAll(/^/gm, indent);
}
