import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { listeningService } from './listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from './main-question.ts';
import { benchIn, run, workshop } from './workshop.ts';

const NEEDED =
  'The client in Python needs python3 (3.11 or later, with venv) and packages from PyPI (or of the index that pip is set to).';

const sources = join(import.meta.dirname, 'python');
const service = listeningService();
let commands: string;

beforeAll(async () => {
  const requirements = join(sources, 'requirements.txt');
  const runtime = await needed(run('python3', ['--version'], { cwd: sources }));
  const folder = await workshop('python', { files: [requirements], runtime }, async (cwd) => {
    await needed(run('python3', ['-m', 'venv', 'venv'], { cwd }));
    await needed(
      run('venv/bin/python', ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], { cwd }),
    );
  });
  commands = join(folder, 'venv/bin');
}, 240_000);

test('a client in Python, generated from the running service, compiles and asks', async () => {
  const bench = await benchIn(join(commands, '../..'));
  const python = (...args: string[]) => run(join(commands, 'python'), args, { cwd: bench, commands });
  const generate = [
    '--url',
    `${service.url}/openapi.json`,
    '--meta',
    'none',
    '--output-path',
    'on_record_client',
  ];
  await python('-m', 'openapi_python_client', 'generate', '--fail-on-warning', ...generate);
  await python('-m', 'compileall', '-q', 'on_record_client');
  await copyFile(join(sources, 'main_question.py'), join(bench, 'main_question.py'));
  expect(JSON.parse(await python('main_question.py', service.url))).toEqual({
    answer: MAIN_ANSWER,
    problem: MISSPELT_ANSWER,
    edtf: 'None | str',
  });
}, 120_000);

/** Says what has to be there when it is not. */
const needed = <T>(step: Promise<T>): Promise<T> =>
  step.catch((error: Error) => {
    throw new Error(`${NEEDED}\n${error.message}`);
  });
