import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { ask } from '../../support/asked.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { type OpenApiPaths, send, undeclaredMethods } from '../../support/raw-methods.ts';
import { type Served, startServed } from '../../support/served.ts';
import { schemathesis } from '../../support/tools.ts';
import { expectSound } from '../../support/verify.ts';
import { withTool } from '../../support/with-tool.ts';

const SEEDS = [1, 2, 3];
const EXAMPLES = 8;
const SETTINGS = join(import.meta.dirname, 'schemathesis/schemathesis.toml');

const graph = testGraph();
const folder = mkdtempSync(join(tmpdir(), 'on-record-contract-'));
let service: Served;

beforeAll(async () => {
  service = await startServed(inject('database'));
});
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
});

interface Report {
  code: number;
  output: string;
}

/** Runs schemathesis against the service; what it wrote, and its exit code. */
async function fuzz(command: string, args: string[]): Promise<Report> {
  const all = ['--config-file', SETTINGS, '--no-color', 'run', `${service.url}/openapi.json`, ...args];
  const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
  try {
    const { stdout } = await promisify(execFile)(command, all, options);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code: number; stdout?: string; stderr?: string };
    return { code, output: `${stdout}${stderr}` };
  }
}

/** What schemathesis found, in a line each: which check, and the request that shows it. */
function failuresIn(output: string): string[] {
  const [, ...found] = output.split(/^- (?=ST\d+)/m);
  return found.map((failure) => {
    const [check] = failure.split('\n');
    return `${check}: ${/curl .*/.exec(failure)?.[0] ?? failure.slice(0, 400)}`;
  });
}

/** How many answers of each status the service has given, by its own count. */
async function answered(): Promise<Map<string, number>> {
  const { text } = await ask(`${service.url}/metrics`);
  const counts = new Map<string, number>();
  for (const [, status, count] of text.matchAll(
    /^http_request_duration_seconds_count\{.*status_code="(\d+)".*\} (\d+)/gm,
  ))
    counts.set(status!, (counts.get(status!) ?? 0) + Number(count));
  return counts;
}

const sum = (counts: Map<string, number>, of: (status: string) => boolean = () => true) =>
  [...counts].reduce((all, [status, count]) => all + (of(status) ? count : 0), 0);

faultRow(1, 'requests made up from the OpenAPI document', async (context) => {
  const command = await withTool(context, schemathesis());
  const failed: string[] = [];
  const seconds: number[] = [];
  const before = sum(await answered());
  for (const seed of SEEDS) {
    const started = performance.now();
    const { code, output } = await fuzz(command, [
      '--checks',
      'all',
      '--seed',
      String(seed),
      '--max-examples',
      String(EXAMPLES),
    ]);
    seconds.push(Math.round((performance.now() - started) / 1000));
    if (code !== 0) failed.push(...failuresIn(output), `seed ${seed} ended with ${code}`);
  }
  const statuses = await answered();
  expectNone('failures', failed);
  expect(
    sum(statuses, (status) => status >= '500'),
    '5xx',
  ).toBe(0);
  expect((await ask(`${service.url}/v1/statements`)).status).toBe(200);
  const requests = (sum(statuses) - before).toLocaleString('en');
  return `seeds ${SEEDS.join(', ')}: ${requests} requests in ${seconds.join(', ')} s, 0 failures, 0 5xx; ${await expectSound(graph)}`;
});

faultRow(2, 'methods that a path does not have, by schemathesis', async (context) => {
  const command = await withTool(context, schemathesis());
  const { code, output } = await fuzz(command, [
    ...['--phases', 'coverage', '--mode', 'negative', '--seed', '1'],
    ...['--checks', 'unsupported_method,allow_header_conformance'],
  ]);
  expectNone('failures', failuresIn(output));
  expect(code, output.slice(-2000)).toBe(0);
  return 'schemathesis: 0 failures';
});

faultRow(2, 'methods that a path does not have, every one that Node knows', async () => {
  const { paths } = JSON.parse((await ask(`${service.url}/openapi.json`)).text) as OpenApiPaths;
  const faults: string[] = [];
  let count = 0;
  for (const [path, operations] of Object.entries(paths)) {
    const url = service.url + path.replaceAll(/\{\w+\}/g, 'x');
    const declared = Object.keys(operations).map((method) => method.toUpperCase());
    for (const method of undeclaredMethods(operations)) {
      count++;
      const { response, body } = await send(method, url);
      const allowed = (response.headers.allow ?? '').split(', ');
      const isRight =
        response.statusCode === 405 &&
        response.headers['content-type']?.startsWith('application/problem+json') &&
        declared.every((one) => allowed.includes(one)) &&
        !allowed.includes(method) &&
        (method === 'HEAD' || JSON.parse(body).code === 'method-not-allowed');
      if (!isRight) faults.push(`${method} ${path}: ${response.statusCode}, Allow ${response.headers.allow}`);
    }
  }
  expectNone('wrong answers', faults);
  expect(count).toBeGreaterThan(500);
  expect((await ask(`${service.url}/v1/statements`)).status).toBe(200);
  return `${count} of ${count} raw requests answered with 405 and Allow; ${await expectSound(graph)}`;
});
