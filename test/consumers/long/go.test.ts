import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { listeningService } from '../listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from '../main-question.ts';
import { benchIn, download, run } from '../workshop.ts';
import { askInGo, goTools, prepareGo } from './go-tools.ts';

const service = listeningService();
let tools: string;

beforeAll(async () => {
  tools = await goTools();
}, 600_000);

const CLIENTS = {
  'oapi-codegen': ['-generate', 'types,client', '-package', 'client', '-o', 'client/client.go'],
  ogen: ['--target', 'client', '--package', 'client', '--clean'],
};

test.each(Object.entries(CLIENTS))('%s generates a client that compiles and asks', async (client, args) => {
  const bench = await benchIn();
  await prepareGo(bench, client);
  const document = await download(`${service.url}/openapi.client.json`, bench);
  await run(join(tools, client), [...args, document], { cwd: bench, commands: '/usr/local/go/bin' });
  expect(await askInGo(bench, service.url)).toEqual({ answer: MAIN_ANSWER, problem: MISSPELT_ANSWER });
});

test('oapi-codegen generates a client of the whole document too', async () => {
  const bench = await benchIn();
  await prepareGo(bench, 'oapi-codegen');
  const document = await download(`${service.url}/openapi.json`, bench);
  await run(join(tools, 'oapi-codegen'), [...CLIENTS['oapi-codegen'], document], { cwd: bench });
  await run('go', ['build', './client'], { cwd: bench, commands: '/usr/local/go/bin' });
});
