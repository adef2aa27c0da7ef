/**
 * Runs one program for a parent and ends it when the parent is gone, even when the parent was killed.
 *
 *   node supervise.ts <log file> <folder or ''> <program> [arguments …]
 *
 * The parent holds this process's stdin open: its end means that the parent has ended, or wants the program to end.
 * The folder, if one is named, is removed after that. After a line `keep` on it,
 * only SIGTERM ends the program. The first line on stdout is the program's process id.
 */
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

const PATIENCE_MS = 20_000;
const [log = '', removeAtEnd = '', program = '', ...args] = process.argv.slice(2);

const output = openSync(log, 'a', 0o600);
const child = spawn(program, args, { stdio: ['ignore', output, output] });
let kept = false;
let told = false;

function stop(): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
}

process.stdin.on('data', (text) => {
  kept ||= text.toString().includes('keep');
});
process.stdin.on('end', () => {
  if (kept) return;
  told = true;
  stop();
});
process.on('SIGTERM', stop);
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
// The parent may be gone before it has read this.
process.stdout.on('error', () => {});
process.stdout.write(`${child.pid ?? 0}\n`);

child.on('error', () => process.exit(127));
child.on('exit', (code) => {
  if (removeAtEnd && told) rmSync(removeAtEnd, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code ?? 1);
});
