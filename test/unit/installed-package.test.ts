import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../src/project.ts';

const exec = promisify(execFile);
const application = realpathSync(mkdtempSync(join(tmpdir(), 'on-record-installed-')));
const installed = join(application, 'node_modules', packageJson.name);
const command = join(installed, packageJson.bin.onrecord);

/** Installs what `npm pack` makes, with links to the dependencies that are installed here. */
beforeAll(async () => {
  const { stdout } = await exec('npm', ['pack', '--json', '--pack-destination', application], {
    cwd: projectFolder,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await exec('tar', ['-xzf', filename], { cwd: application });
  mkdirSync(join(application, 'node_modules'));
  renameSync(join(application, 'package'), installed);
  for (const name of readdirSync(join(projectFolder, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(projectFolder, 'node_modules', name), join(application, 'node_modules', name));
});

afterAll(() => rmSync(application, { recursive: true, force: true }));

const env = { ...process.env, NEO4J_SOURCE: 'managed', NEO4J_URI: '', ON_RECORD_DATA: '' };

const run = (...args: string[]) =>
  exec(process.execPath, args, { cwd: application, env }).catch(
    (error: Error & { code: number; stdout: string; stderr: string }) => error,
  );

describe('the installed package', () => {
  test('prints the usage, and no warning', async () => {
    const { stdout, stderr } = await run(command, 'help');
    expect(stdout).toContain('onrecord <command>');
    expect(stderr).toBe('');
  });

  test('reads the files that it brings along', async () => {
    expect((await run(command, 'validate')).stdout).toContain('Valid: ');
  });

  test('keeps its data outside of node_modules', async () => {
    const { stdout } = await run(command, 'db', 'status');
    expect(stdout).toContain(join(application, '.on-record'));
  });

  test('asks for the Node it needs where that is older', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.5' } })`;
    const outcome = await run(
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
      command,
      'help',
    );
    expect(outcome).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'On Record needs Node 24 or later; this is Node 20.19.5.\n',
    });
  });
});
