import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

const data = mkdtempSync(join(tmpdir(), 'on-record-failed-'));
const holder = createServer();
let taken = '';

beforeAll(async () => {
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  taken = typeof address === 'object' ? String(address?.port) : '';
});
afterAll(() => {
  holder.close();
  rmSync(data, { recursive: true });
});

const UNREACHABLE = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'whatever1' };
const NO_DOCKER = { NEO4J_SOURCE: 'docker', DOCKER_HOST: 'unix:///nowhere/docker.sock' };
const NO_JAVA = { NEO4J_SOURCE: 'managed', PATH: '/nowhere', JAVA_HOME: '/nowhere' };

/** Each with the command, the settings and what it says on standard error. */
const FAILURES: [string, string, NodeJS.ProcessEnv, string | (() => string)][] = [
  ['no database responds', 'start', UNREACHABLE, 'No database can be reached'],
  ['no database responds', 'serve', UNREACHABLE, 'No database can be reached'],
  [
    'no cluster responds',
    'serve',
    { ...UNREACHABLE, NEO4J_URI: 'neo4j://127.0.0.1:1' },
    'no server responds',
  ],
  ['a password is missing', 'start', { NEO4J_URI: 'bolt://127.0.0.1:1' }, 'NEO4J_PASSWORD is not'],
  ['a setting is wrong', 'start', { PORT: 'x' }, 'PORT: expected a whole number'],
  [
    'the host is another machine',
    'start',
    { ...UNREACHABLE, HOST: '203.0.113.1' },
    'Cannot serve on 203.0.113.1',
  ],
  [
    'the port is taken',
    'start',
    { ...UNREACHABLE, PORT: 'taken' },
    () => `Port ${taken} on 127.0.0.1 is taken`,
  ],
  [
    'the port is taken',
    'serve',
    { ...UNREACHABLE, PORT: 'taken' },
    () => `Port ${taken} on 127.0.0.1 is taken`,
  ],
  ['no Docker engine responds', 'start', NO_DOCKER, 'docker: '],
  ['no Docker engine responds', 'db start', NO_DOCKER, 'docker: '],
  ['there is no Java', 'start', NO_JAVA, 'java: not found'],
  ['there is no Java', 'db start', NO_JAVA, 'java: not found'],
  ['no database responds', 'ingest', UNREACHABLE, 'No database can be reached'],
  ['no database responds', 'db verify', UNREACHABLE, 'No database can be reached'],
  ['no database responds', 'db status', UNREACHABLE, 'No database can be reached'],
  ['there is nothing to check', 'validate /nowhere', {}, 'there is no such file'],
  ['a file is none of an article', 'validate seed/README.md', {}, 'there is nothing to load here'],
  ['a folder is to be drafted', 'draft seed', {}, 'seed is a folder, expected the file of an article.'],
  ['a file has the name of its folder', 'draft - --out seed/README.md', {}, 'seed/README.md is a file'],
  ['a file has the name of its folder', 'export seed/README.md', {}, 'seed/README.md is a file'],
  ['more is given than it takes', 'export one two', {}, 'export takes one path, and "two" is beside it.'],
  ['anything is given', 'db verify all', {}, 'db verify takes nothing, and "all" is beside it.'],
  ['an option is of another command', 'validate --bulk seed', {}, 'validate has no option --bulk.'],
  ['an option is of another action', 'db stop --yes', {}, 'db stop has no option --yes.'],
  ['there is no such action', 'db halt', {}, 'There is no command "db halt".'],
];

describe('a command exits with 1, and says why,', () => {
  test.concurrent.each(FAILURES)(
    'where %s: %s',
    { timeout: 60_000 },
    async (_, command, settings, reason) => {
      const env = {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: '0',
        ON_RECORD_DATA: data,
        ...settings,
      };
      if (env.PORT === 'taken') env.PORT = taken;
      const child = spawn(process.execPath, ['src/cli.ts', ...command.split(' ')], {
        cwd: projectFolder,
        env,
      });
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      const [code] = await once(child, 'close');
      expect(stderr).toContain(typeof reason === 'string' ? reason : reason());
      expect(code).toBe(1);
    },
  );
});
