import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from 'vitest';
import { ask } from '../../support/asked.ts';
import { testDatabase } from '../../support/database.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { filled, type OpenApiPaths, send, undeclaredMethods } from '../../support/raw-methods.ts';
import { readyService, type Served } from '../../support/served.ts';
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
  // With a key, so that what is sent without it is refused for that; nothing that is made up has it.
  service = await readyService(testDatabase().connection, { WRITE_KEY: randomUUID() });
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

/** What schemathesis found, in a line each: which check, the status, and the request that shows it. */
function failuresIn(output: string): string[] {
  return output.split(/^_{3,} .+ _{3,}$/m).flatMap((operation) => {
    const request = /curl .{0,300}/.exec(operation)?.[0] ?? '';
    const status = /^ *\[(\d{3})\]/m.exec(operation)?.[1] ?? '';
    return [...operation.matchAll(/^- (ST\d+ .*)$/gm)].map(([, check]) => `${check}, ${status} ${request}`);
  });
}

/** How many answers the service has given, by route and status, as it counts them itself. */
async function answered(): Promise<Map<string, number>> {
  const { text } = await ask(`${service.url}/metrics`);
  const counts = new Map<string, number>();
  for (const [, labels, count] of text.matchAll(/^http_request_duration_seconds_count\{(.*)\} (\d+)/gm)) {
    const [method, route, status] = ['method', 'route', 'status_code'].map(
      (name) => new RegExp(`${name}="([^"]*)"`).exec(labels!)?.[1],
    );
    counts.set(`${status} ${method} ${route}`, Number(count));
  }
  return counts;
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0);

faultRow(1, 'requests made up from the OpenAPI document', async (context) => {
  const command = await withTool(context, schemathesis());
  // While a service starts, the database plans each combination of filters for the first time.
  await fuzz(command, ['--phases', 'examples', '--checks', 'not_a_server_error', '--seed', '0']);
  const failed: string[] = [];
  const seconds: number[] = [];
  const before = await answered();
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
  const failing = [...statuses]
    .map(([of, count]) => [of, count - (before.get(of) ?? 0)] as const)
    .filter(([of, count]) => of >= '500' && count > 0);
  expectNone(
    '5xx',
    failing.map(([of, count]) => `${count} × ${of}`),
  );
  expect(sum(statuses), 'requests that the service counted').toBeGreaterThan(sum(before));
  expect((await ask(`${service.url}/v1/statements`)).status).toBe(200);
  const requests = (sum(statuses) - sum(before)).toLocaleString('en');
  return `seeds ${SEEDS.join(', ')}: ${requests} requests in ${seconds.join(', ')} s, 0 failures, 0 5xx; ${await expectSound(graph)}`;
});

faultRow(2, 'methods that a path does not have, by schemathesis', async (context) => {
  const command = await withTool(context, schemathesis());
  const { code, output } = await fuzz(command, [
    ...['--phases', 'coverage', '--mode', 'negative', '--seed', '1'],
    ...['--checks', 'unsupported_method,allow_header_conformance'],
  ]);
  const failures = failuresIn(output);
  // What is too long is refused before its method is looked at.
  const isTooLong = (failure: string) => /, (414|431) /.test(failure);
  const tooLong = failures.filter(isTooLong).length;
  expectNone(
    'failures',
    failures.filter((failure) => !isTooLong(failure)),
  );
  expect(code, output.slice(-2000)).toBe(tooLong === 0 ? 0 : 1);
  return `schemathesis: 0 failures, ${tooLong} refused as too long`;
});

faultRow(2, 'methods that a path does not have, every one that Node knows', async () => {
  const { paths } = JSON.parse((await ask(`${service.url}/openapi.json`)).text) as OpenApiPaths;
  const faults: string[] = [];
  let count = 0;
  for (const [path, operations] of Object.entries(paths)) {
    const url = service.url + filled(path, operations);
    const declared = Object.keys(operations).map((method) => method.toUpperCase());
    // An answer to GET that is kept must not be given to another method.
    if ('get' in operations) for (let twice = 0; twice < 2; twice++) await ask(url);
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
