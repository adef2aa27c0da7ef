import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { listeningService } from './listening.ts';
import { benchIn, run, workshop } from './workshop.ts';

const NEEDED =
  'The example for pandas needs python3 (3.11 or later, with venv) and packages from PyPI (or of the index that pip is set to).';

const requirements = join(import.meta.dirname, 'python/pandas-requirements.txt');
const tools = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8');
const service = listeningService();
let folder: string;

beforeAll(async () => {
  const runtime = await needed(run('python3', ['--version'], { cwd: import.meta.dirname }));
  folder = await workshop('pandas', { files: [requirements], runtime }, async (cwd) => {
    await needed(run('python3', ['-m', 'venv', 'venv'], { cwd }));
    await needed(
      run('venv/bin/python', ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], { cwd }),
    );
  });
}, 240_000);

test('the example of the documentation prints what stands below it', async () => {
  const [, example, printed] = /```python\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(tools)!;
  expect(example).toContain('base = "http://127.0.0.1:3000"');
  const bench = await benchIn(folder);
  await writeFile(join(bench, 'example.py'), example!.replace('http://127.0.0.1:3000', service.url));
  const output = await run(join(folder, 'venv/bin/python'), ['-W', 'error', 'example.py'], { cwd: bench });
  expect(output.replaceAll(/ +$/gm, '').trim()).toBe(printed!.trim());
}, 60_000);

/** Says what has to be there when it is not. */
const needed = <T>(step: Promise<T>): Promise<T> =>
  step.catch((error: Error) => {
    throw new Error(`${NEEDED}\n${error.message}`);
  });
