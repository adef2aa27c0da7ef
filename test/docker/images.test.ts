import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { engine } from './engine.ts';
import { DockerProject, lines } from './project.ts';

describe.skipIf(engine.missing)('the image in a real engine', () => {
  const project = new DockerProject('image', { NEO4J_PASSWORD: 'a-password-of-words' });
  const compose = (...args: string[]) => project.run('docker', ['compose', ...args]);
  let port: number;
  beforeAll(async () => {
    port = await getPort();
    Object.assign(project.env, { PORT: String(port), NEO4J_BOLT_PORT: String(await getPort()) });
  });
  afterAll(() => project.remove());

  test('is built', async () => {
    const { code, output } = await compose('build');
    expect(code, output).toBe(0);
  });

  test('serves beside its database', async () => {
    const { code, output } = await compose('up', '--wait');
    console.log(output.trim());
    expect(code, output).toBe(0);
    console.log(project.containers().join('\n'));
    const url = `http://127.0.0.1:${port}/v1/statements?about=Pakistan&limit=1`;
    // The first requests can take longer than they may, on a busy machine.
    const ask = async () => {
      const response = await fetch(url);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ items: [expect.anything()] });
    };
    await vi.waitFor(ask, { timeout: 60_000, interval: 500 });
    expect((await project.run('docker', ['compose', 'exec', '-T', 'api', 'id', '-u'])).output.trim()).toBe(
      '1000',
    );
  });

  test('is used by `db`, which warns of the service in its container', async () => {
    const db = (action: string) => project.onrecord('db', action, '--yes');
    expect((await db('status')).output).toMatch(/used by {3}\d+ connections/);
    expect(await db('reset')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/A service uses this database/),
    });
  });

  test('comes down and up again without another volume', async () => {
    const before = lines('volume', 'ls', '--quiet');
    expect(await compose('down')).toMatchObject({ code: 0 });
    expect(project.containers(true)).toEqual([]);
    const { code, output } = await compose('up', '--wait');
    expect(code, output).toBe(0);
    expect(lines('volume', 'ls', '--quiet')).toEqual(before);
    const [api] = lines('ps', '--quiet', '--filter', `name=${project.name}-api`);
    lines('stop', api!);
    expect(lines('inspect', '--format', '{{.State.ExitCode}}', api!)).toEqual(['0']);
  });

  test('needs nothing of the development dependencies, whatever was written into the documentation', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'on-record-install-'));
    for (const file of ['package.json', 'package-lock.json'])
      cpSync(join(projectFolder, file), join(copy, file));
    const { code, output } = await project.run('npm', [
      'ci',
      '--omit=dev',
      '--no-audit',
      '--no-fund',
      '--prefix',
      copy,
    ]);
    rmSync(copy, { recursive: true });
    expect(code, output).toBe(0);
  });
});
