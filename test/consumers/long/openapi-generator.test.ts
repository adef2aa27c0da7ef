import { globSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listeningService } from '../listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from '../main-question.ts';
import { python, pythonPackages, pythonSources } from '../python-packages.ts';
import { ask, compile, prepareBench, prepareConsumer, typescriptTools } from '../typescript-tools.ts';
import { benchIn, run } from '../workshop.ts';
import { askInGo, prepareGo } from './go-tools.ts';
import { generate, javaSources, javaTools } from './java-tools.ts';

const service = listeningService();
const TOLD = { answer: MAIN_ANSWER, problem: MISSPELT_ANSWER };
let tools: string;

beforeAll(async () => {
  tools = await javaTools();
}, 600_000);

/** Compiles a client in Java with the program that asks by it. */
async function compileJava(bench: string, ...programs: string[]): Promise<string> {
  const classPath = join(tools, 'lib/*');
  const sources = globSync(join(bench, 'src/main/**/*.java'));
  await run('javac', ['-proc:none', '-nowarn', '-cp', classPath, '-d', 'built', ...sources, ...programs], {
    cwd: bench,
  });
  return `built:${classPath}`;
}

const java = (document: string, output: string) =>
  generate(tools, service.url + document, {
    generator: 'java',
    output,
    options: [
      ...[
        '--library',
        'native',
        '--invoker-package',
        'onrecord.client',
        '--api-package',
        'onrecord.client.api',
      ],
      ...['--model-package', 'onrecord.client.model'],
      ...['--additional-properties', 'useSingleRequestParameter=true'],
    ],
  });

const pythonClient = (document: string, bench: string) =>
  generate(tools, service.url + document, {
    generator: 'python',
    output: bench,
    options: ['--package-name', 'on_record_client'],
  });

describe('openapi-generator generates a client that compiles and asks', () => {
  test('java', async () => {
    const bench = await benchIn();
    await java('/openapi.client.json', bench);
    const classPath = await compileJava(bench, join(javaSources, 'Main.java'));
    const told = await run('java', ['-cp', classPath, 'Main', service.url], { cwd: bench });
    expect(JSON.parse(told)).toEqual(TOLD);
  });

  test('python', async () => {
    const packages = await pythonPackages();
    const bench = await benchIn();
    await pythonClient('/openapi.client.json', bench);
    await python(packages, ['-m', 'compileall', '-q', 'on_record_client'], bench);
    await copyFile(join(pythonSources, 'with_openapi_generator.py'), join(bench, 'main_question.py'));
    expect(JSON.parse(await python(packages, ['main_question.py', service.url], bench))).toEqual(TOLD);
  });

  test('typescript-fetch', async () => {
    const typescript = await typescriptTools();
    const bench = await mkdtemp(join(typescript, 'run-'));
    onTestFinished(() => rm(bench, { recursive: true, force: true }));
    await prepareBench(bench);
    const folder = await prepareConsumer(bench, 'openapi-generator');
    await generate(tools, `${service.url}/openapi.client.json`, {
      generator: 'typescript-fetch',
      output: join(folder, 'client'),
      options: ['--additional-properties', 'importFileExtension=.js'],
    });
    await compile(typescript, bench);
    expect(await ask(bench, 'openapi-generator', service.url)).toEqual(TOLD);
  });

  test('go', async () => {
    const bench = await benchIn();
    await prepareGo(bench, 'openapi-generator');
    await generate(tools, `${service.url}/openapi.client.json`, {
      generator: 'go',
      output: join(bench, 'client'),
      options: [
        '--package-name',
        'client',
        '--additional-properties',
        'withGoMod=false,enumClassPrefix=true',
      ],
    });
    expect(await askInGo(bench, service.url)).toEqual(TOLD);
  });
});

describe('openapi-generator generates a client of the whole document that compiles', () => {
  test('java', async () => {
    const bench = await benchIn();
    await java('/openapi.json', bench);
    await compileJava(bench);
  });

  test('python', async () => {
    const packages = await pythonPackages();
    const bench = await benchIn();
    await pythonClient('/openapi.json', bench);
    const modules = 'import on_record_client, on_record_client.models; on_record_client.StatementsApi';
    await python(packages, ['-c', modules], bench);
  });
});
