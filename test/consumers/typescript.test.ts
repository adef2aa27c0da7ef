import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listeningService } from './listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from './main-question.ts';
import {
  ask,
  compile,
  copySettings,
  prepareBench,
  prepareConsumer,
  typescriptTools,
} from './typescript-tools.ts';
import { run } from './workshop.ts';

const service = listeningService();
let tools: string;
let bench: string;

/** How each client is made out of a document. */
const GENERATORS: Record<string, (document: string, folder: string) => Promise<unknown>> = {
  'openapi-fetch': (document, folder) =>
    tool('openapi-typescript/bin/cli.js', [document, '--output', 'schema.ts'], folder),
  'openapi-fetch-enum': (document, folder) =>
    tool('openapi-typescript/bin/cli.js', [document, '--enum', '--output', 'schema.ts'], folder),
  orval: async (DOCUMENT, folder) => {
    await copySettings('orval.config.mjs', folder);
    await tool('orval/dist/bin/orval.mjs', ['--config', 'orval.config.mjs'], folder, { DOCUMENT });
  },
  'hey-api': async (DOCUMENT, folder) => {
    await copySettings('hey-api.config.mjs', folder);
    await tool('@hey-api/openapi-ts/bin/run.js', ['--file', 'hey-api.config.mjs'], folder, { DOCUMENT });
  },
};
const CLIENTS = Object.keys(GENERATORS);

const tool = (script: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  run(process.execPath, [join(tools, 'node_modules', script), ...args], {
    cwd,
    env: { SERVICE: service.url, ...env },
  });

beforeAll(async () => {
  tools = await typescriptTools();
  // In reach of the packages that the clients import.
  bench = await mkdtemp(join(tools, 'run-'));
  await prepareBench(bench);
}, 240_000);
afterAll(() => rm(bench, { recursive: true, force: true }));

describe('clients in TypeScript, of the document for generators and without settings for it', () => {
  test.each(CLIENTS)(
    '%s is generated',
    async (client) => {
      const folder = await prepareConsumer(bench, client);
      await GENERATORS[client]!(`${service.url}/openapi.client.json`, folder);
    },
    120_000,
  );

  test('all of them compile, together with enums of the whole document', async () => {
    const whole = [`${service.url}/openapi.json`, '--enum', '--output', 'whole-document.ts'];
    await tool('openapi-typescript/bin/cli.js', whole, bench);
    await compile(tools, bench);
  }, 120_000);

  test.each(CLIENTS)(
    '%s asks, and is told what was wrong',
    async (client) => {
      expect(await ask(bench, client, service.url)).toEqual({
        answer: MAIN_ANSWER,
        problem: MISSPELT_ANSWER,
      });
    },
    60_000,
  );
});
