import { spawn } from 'node:child_process';

/** How a command ended. `code` is null where it was not found, could not start or took too long. */
export interface Outcome {
  code: number | null;
  output: string;
  failure?: 'missing' | 'timeout';
}

/** Runs a command to its end and collects what it prints; never throws. */
export function run(
  command: string,
  args: string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    timeoutMs?: number;
    onOutput?: (text: string) => void;
  } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    child.on('error', () => resolve({ code: null, output, failure: 'missing' }));
    child.on('close', (code) =>
      resolve(code === null ? { code, output, failure: 'timeout' } : { code, output }),
    );
  });
}

/** The last lines of a text, for an error that quotes a log. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
