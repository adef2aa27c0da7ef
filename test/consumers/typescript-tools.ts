import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, workshop } from './workshop.ts';

const sources = join(import.meta.dirname, 'typescript');

/** The programs of npm that are pinned beside the consumers: generators, the compiler of what they make, and what reads annotations. */
export function typescriptTools(): Promise<string> {
  const files = ['package.json', 'package-lock.json'].map((file) => join(sources, file));
  return workshop('typescript', { files, runtime: process.version }, async (folder) => {
    for (const file of files) await copyFile(file, join(folder, file.slice(sources.length)));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  });
}

/** Lays out what all consumers of a bench share. */
export async function prepareBench(bench: string): Promise<void> {
  await writeFile(join(bench, 'package.json'), '{ "type": "module" }');
  await copyFile(join(sources, 'tsconfig.json'), join(bench, 'tsconfig.json'));
  await copyFile(join(sources, 'same.ts.txt'), join(bench, 'same.ts'));
}

/** A folder of a bench with the sources of a consumer, which lack only what is generated. */
export async function prepareConsumer(bench: string, consumer: string): Promise<string> {
  const folder = join(bench, consumer);
  await mkdir(folder);
  await copyFile(join(sources, `${consumer}.ts.txt`), join(folder, 'consumer.ts'));
  await copyFile(join(sources, 'main.ts.txt'), join(folder, 'main.ts'));
  return folder;
}

/** Copies the settings of a generator beside what it makes. */
export const copySettings = (name: string, folder: string): Promise<void> =>
  copyFile(join(sources, name), join(folder, name));

/** Compiles a bench, all consumers at once. */
export const compile = (tools: string, bench: string): Promise<string> =>
  run(process.execPath, [join(tools, 'node_modules/typescript/lib/tsc.js'), '--project', 'tsconfig.json'], {
    cwd: bench,
  });

/** Runs a compiled consumer, and returns what it was told. */
export const ask = async (bench: string, consumer: string, url: string): Promise<unknown> =>
  JSON.parse(await run(process.execPath, [join('built', consumer, 'main.js'), url], { cwd: bench }));
