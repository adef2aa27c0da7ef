import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { engine } from './engine.ts';
import { DockerProject } from './project.ts';

describe.skipIf(engine.missing)('the commands in a real engine', () => {
  const project = new DockerProject('commands');
  const folder = mkdtempSync(join(tmpdir(), 'on-record-dump-'));
  const dump = join(folder, "the reader's dump");
  const db = (...args: string[]) => project.onrecord('db', ...args);
  afterAll(async () => {
    await project.remove();
    rmSync(folder, { recursive: true });
  });

  test('start, load, verify and show a database', async () => {
    expect(await db('status')).toMatchObject({ code: 0, output: 'The database in Docker is not running.\n' });
    expect(await db('start')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Stop it with: npm run db -- stop'),
    });
    expect(await db('start')).toMatchObject({
      code: 0,
      output: expect.stringContaining('already runs in Docker'),
    });
    expect(await project.onrecord('ingest')).toMatchObject({ code: 0 });
    expect(await db('verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('The graph is sound.'),
    });
    expect((await db('status')).output).toMatch(
      /runs in Docker at bolt:\/\/127\.0\.0\.1:\d+, user neo4j\n {2}used by {3}0 connections/,
    );
  });

  test('dump it to a file, once it is stopped', async () => {
    expect(await db('dump', dump)).toMatchObject({
      code: 1,
      output: expect.stringContaining('Stop it first: npm run db -- stop'),
    });
    expect(await db('stop')).toMatchObject({ code: 0 });
    expect(await db('dump', dump)).toMatchObject({ code: 0, output: expect.stringContaining(`to ${dump}`) });
    expect(await db('dump', dump)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is there already'),
    });
  });

  test('keep what is there where a file cannot be loaded', async () => {
    const broken = join(folder, 'broken');
    const cut = await project.run('sh', ['-c', `head -c 3000 "$0" >"$1"`, dump, broken]);
    expect(cut.code).toBe(0);
    expect(await db('load', broken, '--yes')).toMatchObject({
      code: 1,
      output: expect.stringContaining('what was there stays'),
    });
    expect(await db('verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('The graph is sound.'),
    });
  });

  test('delete it, and load the dump into a new one', async () => {
    expect(await db('reset')).toMatchObject({ code: 1, output: expect.stringContaining('--yes') });
    expect(await db('reset', '--yes')).toMatchObject({ code: 0 });
    expect(await db('load', dump)).toMatchObject({ code: 0 });
    expect(await db('verify')).toMatchObject({
      code: 0,
      output: expect.stringContaining('The graph is sound.'),
    });
    expect(project.containers()).toEqual([]);
  });

  test('refuse the password of another volume, leave nothing running, and reset as they advise', async () => {
    const other = ['src/cli.ts', 'ingest'];
    const refused = await project.run(process.execPath, other, { NEO4J_PASSWORD: 'another-password' });
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('npm run db -- reset') });
    expect(project.containers()).toEqual([]);
    expect(await db('reset', '--yes')).toMatchObject({ code: 0 });
    const taken = await project.run(process.execPath, other, { NEO4J_PASSWORD: 'another-password' });
    expect(taken, taken.output).toMatchObject({ code: 0 });
    expect(project.containers()).toEqual([]);
  });

  test('tell the last lines of a container that does not start, without the password', async () => {
    await db('reset', '--yes');
    const { code, output } = await project.run(process.execPath, ['src/cli.ts', 'db', 'start'], {
      NEO4J_PASSWORD: 'a-password-of-words',
      NEO4J_HEAP: '9999g',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/docker compose up did not start Neo4j: .*\n {2}.*(heap|memory)/is);
    expect(output).not.toContain('a-password-of-words');
    expect(project.containers()).toEqual([]);
  });
});
