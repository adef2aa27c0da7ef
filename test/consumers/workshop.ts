import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import envPaths from 'env-paths';
import { onTestFinished } from 'vitest';

/** Where the tools are kept: out of the tree, so that a new checkout or `npm ci` need not install them again. */
const cache = join(envPaths('on-record', { suffix: '' }).cache, 'consumers');

/** A lock this old is that of a process that was ended. */
const STALE = 600_000;

/**
 * A folder with the tools that some files pin: installed once, and another one when one of the files (or the version of
 * the runtime) changes. A half-done installation is not taken for a whole one.
 */
export async function workshop(
  name: string,
  pins: { files: string[]; runtime: string },
  install: (folder: string) => Promise<unknown>,
): Promise<string> {
  const contents = await Promise.all(pins.files.map((file) => readFile(file, 'utf8')));
  const wanted = createHash('sha256')
    .update([pins.runtime, ...contents].join('\n'))
    .digest('hex');
  const folder = join(cache, `${name}-${wanted.slice(0, 16)}`);
  const stamp = `${folder}.installed`;
  await locked(`${folder}.lock`, async () => {
    if (await exists(stamp)) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await install(folder);
    await writeFile(stamp, '');
  });
  return folder;
}

/** Runs a step while no other process runs it. */
async function locked(lock: string, step: () => Promise<void>): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (;;) {
    const isMine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (isMine) break;
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > STALE) await rm(lock, { recursive: true, force: true });
    else await setTimeout(200);
  }
  try {
    await step();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A folder for what one test generates; it is removed after the test. */
export async function benchIn(folder = tmpdir()): Promise<string> {
  const bench = await mkdtemp(join(folder, 'on-record-run-'));
  onTestFinished(() => rm(bench, { recursive: true, force: true }));
  return bench;
}

export interface Surroundings {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Folder whose commands come before those of the system. */
  commands?: string;
}

/**
 * Runs a command and returns what it wrote to standard output.
 * @throws Error that holds all that it wrote.
 */
export async function run(
  file: string,
  args: string[],
  { cwd, env, commands }: Surroundings,
): Promise<string> {
  const path = [...(commands ? [commands] : []), process.env.PATH].join(delimiter);
  try {
    const { stdout } = await promisify(execFile)(file, args, {
      cwd,
      env: { ...process.env, ...env, PATH: path, NO_COLOR: '1' },
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { message, stdout = '', stderr = '' } = error as Error & { stdout?: string; stderr?: string };
    throw new Error([message, stdout, stderr].filter((text) => text.trim() !== '').join('\n'));
  }
}

/** Saves what is at a URL, for a tool that reads files alone. */
export async function download(url: string, folder: string): Promise<string> {
  const file = join(folder, basename(new URL(url).pathname));
  await writeFile(file, await (await fetch(url)).text());
  return file;
}
