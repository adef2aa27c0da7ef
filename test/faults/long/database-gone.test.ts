import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, type TestContext } from 'vitest';
import { type Asked, ask, problemFaults } from '../../support/asked.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { lentConnections } from '../../support/lent-connections.ts';
import { type Proxied, serviceThroughProxy } from '../../support/through-proxy.ts';
import { expectSound } from '../../support/verify.ts';
import { withTool } from '../../support/with-tool.ts';

/** Of every kind: kept and not, streamed, searched, counted, joined. */
const PATHS = [
  '/v1/statements?about=pakistan',
  '/v1/statements?speaker=Trump&limit=5',
  '/v1/statements?format=csv',
  '/v1/entities/pakistan',
  '/v1/entities?q=command',
  '/v1/search?q=counterterrorism',
  '/v1/network',
  '/v1/paths?from=Rumi&to=Asim%20Munir',
  '/v1/stats/who-about-whom',
  '/v1/timeline?interval=year',
  '/v1/articles?format=ndjson',
  '/v1/articles/shifting-sands/annotations',
];
const WITHIN = 3500;
const BACK_WITHIN = 2000;

const direct = testGraph();
let starting: Promise<Proxied> | undefined;

beforeAll(() => {
  starting = serviceThroughProxy(32);
  starting.catch(() => {});
});

afterAll(async () => {
  const service = await starting?.catch(() => undefined);
  await service?.stop();
});

/** The service, after it answered everything once. */
async function warmService(context: TestContext): Promise<Proxied> {
  const service = await withTool(context, starting!);
  for (const path of PATHS) await untilGood(service, path);
  return service;
}

const untilGood = async ({ url }: Proxied, path: string) => {
  const patience = performance.now() + 30_000;
  while ((await ask(url + path)).status !== 200)
    if (performance.now() > patience) throw new Error(`${path} has no good answer`);
};

/** Milliseconds until one request after another, sent like this, comes back good. */
async function untilBack({ url }: Proxied, path: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { status } = await ask(url + path);
    const took = performance.now() - started;
    if (status === 200) return took;
    if (took > 10 * BACK_WITHIN) throw new Error(`${path} is still answered with ${status}`);
    await sleep(20);
  }
}

const late = (times: number[]) =>
  times.filter((time) => time > BACK_WITHIN).map((time) => `${Math.round(time)} ms`);

const slowest = (answers: Asked[]) => `${Math.round(Math.max(...answers.map(({ took }) => took)))} ms`;

faultRow(16, 'the database is down', async (context) => {
  const service = await warmService(context);
  const { url, proxy } = service;
  await proxy.enable(false);
  const answers: Asked[] = [];
  const faults: string[] = [];
  try {
    for (let round = 0; round < 3; round++) {
      const found = await Promise.all(PATHS.map((path) => ask(url + path)));
      answers.push(...found);
      for (const [index, answer] of found.entries()) {
        faults.push(...problemFaults(PATHS[index]!, answer, 503, WITHIN));
        if (!/^\d+$/.test(answer.headers.get('retry-after') ?? ''))
          faults.push(`${PATHS[index]}: no Retry-After`);
      }
    }
    expectNone('wrong answers', faults);
    expect((await ask(`${url}/healthz`)).status).toBe(200);
    expect(problemFaults('/readyz', await ask(`${url}/readyz`), 503, WITHIN)).toEqual([]);
  } finally {
    await proxy.heal();
  }
  await untilBack(service, PATHS[0]!);
  expect((await ask(`${url}/readyz`)).status).toBe(200);
  return `${answers.length} of ${answers.length} answered with 503, the slowest after ${slowest(answers)}; ${await expectSound(direct)}`;
});

faultRow(17, 'the database takes everything and says nothing', async (context) => {
  const service = await warmService(context);
  const { url, graph, proxy } = service;
  const silence = async () => {
    for (const stream of ['upstream', 'downstream'] as const)
      await proxy.disturb('timeout', { timeout: 0 }, stream);
  };
  const answers: Asked[] = [];
  const faults: string[] = [];
  let lent = 0;
  await silence();
  try {
    // More in all than the driver has connections, so that each that is not given back is missed.
    for (let round = 0; round < 6; round++) {
      const anew = Array.from({ length: 10 }, (_, at) => `/v1/statements?limit=${1 + round * 10 + at}`);
      const paths = [...PATHS, ...anew];
      const asked = paths.map((path) => ask(url + path));
      await sleep(200);
      lent = Math.max(lent, lentConnections(graph));
      const found = await Promise.all(asked);
      answers.push(...found);
      for (const [index, answer] of found.entries())
        faults.push(...problemFaults(paths[index]!, answer, 504, WITHIN));
    }
    expectNone('wrong answers', faults);
    expect(lent, 'connections that were lent while nothing came back').toBeGreaterThan(0);
    expect((await ask(`${url}/healthz`)).status).toBe(200);
    expect(problemFaults('/readyz', await ask(`${url}/readyz`), 503, WITHIN)).toEqual([]);
  } finally {
    await proxy.heal();
  }
  await untilBack(service, PATHS[0]!);
  for (let count = 0; count < 60; count++) {
    const path = PATHS[count % PATHS.length]!;
    expect((await ask(url + path)).status, `request ${count + 1} after the silence, ${path}`).toBe(200);
  }
  await expect.poll(() => lentConnections(graph), { timeout: 5000 }).toBe(0);
  return `${answers.length} of ${answers.length} answered with 504, the slowest after ${slowest(answers)}; ${lent} connections lent, 0 afterwards; ${await expectSound(direct)}`;
});

faultRow(19, 'the database comes back', async (context) => {
  const service = await warmService(context);
  const { url, proxy } = service;
  const times: number[] = [];
  const faults = [() => proxy.enable(false), () => proxy.disturb('timeout', { timeout: 0 })];
  for (const [index, fault] of [...faults, ...faults].entries()) {
    await fault();
    const path = PATHS[index]!;
    const meanwhile = await Promise.all(PATHS.map((one) => ask(url + one)));
    expect(meanwhile.filter(({ status }) => status < 500)).toEqual([]);
    await proxy.heal();
    times.push(await untilBack(service, path));
  }
  expectNone('late', late(times));
  return `200 after ${Math.round(Math.max(...times))} ms at most, of ${times.length} times; ${await expectSound(direct)}`;
});
