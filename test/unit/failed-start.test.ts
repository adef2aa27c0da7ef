import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

test('a start that fails gives its reason and exits with 1', async () => {
  const env = { PATH: process.env.PATH, NEO4J_URI: 'bolt://127.0.0.1:1', PORT: '0' };
  const start = promisify(execFile)(process.execPath, ['src/cli.ts', 'start'], { cwd: projectFolder, env });
  await expect(start).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('NEO4J_PASSWORD is not'),
  });
});
