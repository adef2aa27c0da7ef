// Plain JavaScript: it is a process of its own, and below node_modules Node runs no TypeScript.
/**
 * Runs one program for a parent and ends it when the parent has ended, even when the parent was killed.
 *
 *   node supervisor.js <log file> <folder or ''> <program> [arguments …]
 *
 * The parent holds this process's stdin open. Its end means that the parent has ended, or wants the program to end; the
 * folder, if one is named, is removed after that. After a line `keep` on stdin only SIGTERM ends the program.
 * The first line on stdout is the program's process id; the exit code is that of the program, or 128 and the number of the signal
 * that ended it, as a shell has it.
 */
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { constants } from 'node:os';

const STOP_TIMEOUT_MS = 20_000;
const [log = '', removeAtEnd = '', program = '', ...args] = process.argv.slice(2);

const output = openSync(log, 'a', 0o600);
const child = spawn(program, args, { stdio: ['ignore', output, output] });
let keep = false;
let parentEnded = false;

function stop() {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS).unref();
}

process.stdin.on('data', (text) => {
  keep ||= text.toString().includes('keep');
});
process.stdin.on('end', () => {
  if (keep) return;
  parentEnded = true;
  stop();
});
process.on('SIGTERM', stop);
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
// The parent may end before it has read the process id.
process.stdout.on('error', () => {});
process.stdout.write(`${child.pid ?? 0}\n`);

child.on('error', () => process.exit(127));
child.on('exit', (code, signal) => {
  if (removeAtEnd && parentEnded) rmSync(removeAtEnd, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code ?? 128 + constants.signals[signal]);
});
