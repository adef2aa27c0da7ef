import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../src/project.ts';
import { testDatabase } from '../support/database.ts';
import { testGraph } from '../support/graph.ts';
import { dump, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';

const graph = testGraph();
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line on the database of this run. */
function onrecord(...commandLine: string[]): Promise<Ended> {
  const { uri, user, password, database } = testDatabase().connection;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const child = spawn(process.execPath, ['src/cli.ts', ...commandLine], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, ...env },
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    ended.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

describe('onrecord validate', () => {
  let broken: string;

  beforeAll(() => {
    broken = mkdtempSync(join(tmpdir(), 'on-record-'));
    cpSync(secondOpinionFolder, broken, { recursive: true });
    const file = join(broken, 'articles/harbour-forum/annotation.yaml');
    const text = readFileSync(file, 'utf8')
      .replace('language: en', 'language: English')
      .replace('place: tbilisi', 'place: tbilis')
      .replace('cue: repeated', 'cue: shouted');
    writeFileSync(file, text);
  });
  afterAll(() => rmSync(broken, { recursive: true }));

  test('tells what sound articles hold', async () => {
    const { code, stdout, stderr } = await onrecord('validate', secondOpinionFolder);
    expect(stderr).toBe('');
    expect(stdout).toContain('Valid: 22 entities, 1 articles.');
    expect(stdout).toMatch(/harbour-forum: .*Statement 5/);
    expect(code).toBe(0);
  });

  test('takes the seed by default', async () => {
    const { code, stdout } = await onrecord('validate');
    expect(stdout).toContain('shifting-sands: ');
    expect(code).toBe(0);
  });

  test('tells every fault of broken ones, with its place, on standard error', async () => {
    const { code, stdout, stderr } = await onrecord('validate', broken);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /annotation\.yaml:7 article\.language: found "English"\n {4}expected a language tag \(BCP 47\) such as en/,
    );
    expect(stderr).toMatch(
      /annotation\.yaml:\d+ events\[0\]\.place: there is no entity "tbilis"\n.*\n {4}nearest: tbilisi/,
    );
    expect(stderr).toMatch(/quotations\[1\]\.cue: "shouted" is not in the article/);
    expect(stderr).not.toContain(' at ');
  });

  test('ingest writes nothing of broken ones', async () => {
    const before = await dump(graph);
    const { code, stderr } = await onrecord('ingest', broken);
    expect(code).toBe(1);
    expect(stderr).toContain('events[0].place');
    expect(await dump(graph)).toEqual(before);
  });

  test('tells a path that is not there', async () => {
    const { code, stderr } = await onrecord('validate', 'nowhere');
    expect(code).toBe(1);
    expect(stderr.trim()).toBe('nowhere there is no such file or folder');
  });
});

describe('onrecord ingest', () => {
  afterAll(() => restoreSeed(graph));

  test('prints what it created, and the second time that nothing was', async () => {
    const first = await onrecord('ingest', secondOpinionFolder);
    expect(first.stderr).toBe('');
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^ +created +updated +unchanged +removed$/m);
    expect(first.stdout).toMatch(/^nodes$/m);
    expect(first.stdout).toMatch(/^ {2}Article +1 +0 +0 +0$/m);
    expect(first.stdout).toMatch(/^ {2}Statement +4 +1 +0 +0$/m);
    expect(first.stdout).toMatch(/^relationships$/m);
    expect(first.stdout).not.toContain('Nothing was created');

    const second = await onrecord('ingest', secondOpinionFolder);
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^ {2}Statement +0 +0 +5 +0$/m);
    expect(second.stdout).toContain('Nothing was created.');
  });

  test('tells its version', async () => {
    const { code, stdout } = await onrecord('--version');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${packageJson.version}\n` });
  });

  test('refuses a command that is none, with the usage', async () => {
    const { code, stderr } = await onrecord('injest');
    expect(code).toBe(1);
    expect(stderr).toContain('There is no command "injest".');
    expect(stderr).toContain('ingest PATH…');
  });
});
