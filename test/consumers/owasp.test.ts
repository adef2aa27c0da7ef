import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { testService } from '../support/service.ts';

const service = testService();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-owasp-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the OWASP rules find nothing beyond the exceptions', async () => {
  const { body } = await service.get('/openapi.json');
  expect(await lint(body)).toEqual([]);
}, 120_000);

test('a rule with an exception still sees what is wrong', async () => {
  const { body } = await service.get('/openapi.json');
  const { get } = body.paths['/v1/statements'];
  for (const { schema } of get.parameters) delete schema.maxLength;
  delete get.responses[400];
  body.paths['/v1/statements'].post = { ...get, operationId: 'writeStatement' };
  delete body.components.schemas.StatementPage.properties.items.maxItems;
  delete body.components.schemas.Evidence.properties.start.format;
  expect(new Set(await lint(body))).toEqual(
    new Set([
      'owasp:api2:2023-write-restricted',
      'owasp:api4:2023-string-limit',
      'owasp:api4:2023-array-limit',
      'owasp:api4:2023-integer-format',
      'owasp:api8:2023-define-error-validation',
    ]),
  );
}, 120_000);

/** The codes of the rules that a document breaks, hints included. */
async function lint(document: unknown): Promise<string[]> {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  const script = join(projectFolder, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const ruleset = join(import.meta.dirname, 'owasp.spectral.yaml');
  const args = ['lint', '--ruleset', ruleset, '--format', 'json', '--fail-severity', 'hint', '--quiet', file];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], {
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error) => error as { stdout: string; stderr: string });
  if (!stdout) throw new Error(`Spectral failed: ${stderr}`);
  const findings: { code: string; path: string[] }[] = JSON.parse(stdout);
  return findings.map(({ code }) => code);
}
