import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { projectFolder } from '../../src/project.ts';

const cache = join(projectFolder, 'node_modules/.cache/on-record/consumers');

/**
 * A folder outside the tree with the tools that some files pin: installed once, and anew when one of the files (or the
 * version of the runtime) changes. A half-done installation is not taken for a whole one.
 */
export async function workshop(
  name: string,
  pins: { files: string[]; runtime: string },
  install: (folder: string) => Promise<unknown>,
): Promise<string> {
  const folder = join(cache, name);
  const contents = await Promise.all(pins.files.map((file) => readFile(file, 'utf8')));
  const wanted = createHash('sha256')
    .update([folder, pins.runtime, ...contents].join('\n'))
    .digest('hex');
  const stamp = join(folder, 'installed');
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== wanted) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await install(folder);
    await writeFile(stamp, wanted);
  }
  return folder;
}

/** A folder in a workshop for what one test generates; it is removed after the test. */
export async function benchIn(folder: string): Promise<string> {
  const bench = await mkdtemp(join(folder, 'run-'));
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
