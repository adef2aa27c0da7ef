import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { CLIENT_VERSIONS } from '../consumers/client-versions.ts';

const tools = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8');
const rows = [...tools.matchAll(/^\| (.*?) \| ([\d.]+) \| (\w+) \| yes \| yes \| yes \|/gm)].map(
  ([, client, version, language]) => ({ client: client!, version, language }),
);

test('the table of clients has those that the tests generate, in their versions', () => {
  const { 'openapi-fetch': fetchVersion, ...generators } = CLIENT_VERSIONS;
  const named = rows.map(({ client, version }) => [client.split(/[ ,]/)[0]!, version]);
  expect(Object.fromEntries(named)).toEqual(generators);
  expect(rows.map(({ client, language }) => `${client}: ${language}`)).toEqual([
    'openapi-generator, `typescript-fetch`: TypeScript',
    'openapi-generator, `python`: Python',
    'openapi-generator, `java`: Java',
    'openapi-generator, `go`: Go',
    'oapi-codegen: Go',
    'ogen: Go',
    `openapi-typescript, with openapi-fetch ${fetchVersion}: TypeScript`,
    `openapi-typescript \`--enum\`, with openapi-fetch ${fetchVersion}: TypeScript`,
    'orval: TypeScript',
    '@hey-api/openapi-ts: TypeScript',
    'openapi-python-client: Python',
  ]);
});
