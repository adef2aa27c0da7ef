import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listeningService } from './listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from './main-question.ts';
import { benchIn, run, workshop } from './workshop.ts';

const sources = join(import.meta.dirname, 'typescript');
const service = listeningService();
let tools: string;

beforeAll(async () => {
  const files = ['package.json', 'package-lock.json'].map((file) => join(sources, file));
  tools = await workshop('typescript', { files, runtime: process.version }, async (folder) => {
    for (const file of files) await copyFile(file, join(folder, file.slice(sources.length)));
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  });
}, 240_000);

describe('a client in TypeScript, generated from the running service, compiles and asks', () => {
  test('openapi-typescript with openapi-fetch', async () => {
    const bench = await prepare('openapi-fetch');
    const address = `${service.url}/openapi.json`;
    await tool('openapi-typescript/bin/cli.js', [address, '--output', 'schema.ts'], bench);
    expect(await compileAndAsk(bench)).toEqual({ answer: MAIN_ANSWER, problem: MISSPELT_ANSWER });
  }, 120_000);

  test('orval, for fetch', async () => {
    const bench = await prepare('orval');
    await copyFile(join(sources, 'orval.config.mjs'), join(bench, 'orval.config.mjs'));
    await tool('orval/dist/bin/orval.mjs', ['--config', 'orval.config.mjs'], bench);
    expect(await compileAndAsk(bench)).toEqual({ answer: MAIN_ANSWER, problem: MISSPELT_ANSWER });
  }, 120_000);
});

/** A folder with the consumer, in reach of the tools but out of the tree; its sources lack only what is generated. */
async function prepare(consumer: string): Promise<string> {
  const bench = await benchIn(tools);
  await writeFile(join(bench, 'package.json'), '{ "type": "module" }');
  await copyFile(join(sources, 'tsconfig.json'), join(bench, 'tsconfig.json'));
  for (const [from, to] of [
    [consumer, 'consumer'],
    ['main', 'main'],
    ['same', 'same'],
  ]) {
    await copyFile(join(sources, `${from}.ts.txt`), join(bench, `${to}.ts`));
  }
  return bench;
}

async function compileAndAsk(bench: string): Promise<unknown> {
  await tool('typescript/lib/tsc.js', ['--project', 'tsconfig.json'], bench);
  return JSON.parse(await run(process.execPath, ['built/main.js', service.url], { cwd: bench }));
}

const tool = (script: string, args: string[], cwd: string) =>
  run(process.execPath, [join(tools, 'node_modules', script), ...args], {
    cwd,
    env: { SERVICE: service.url },
  });
