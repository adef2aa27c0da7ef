import { afterAll, beforeAll, expect } from 'vitest';
import { generatedGraph } from '../../../bench/generated/graph.ts';
import { GROWTH_CASES } from '../../../bench/growth/cases.ts';
import { residentMegabytes } from '../../../bench/serve/processes.ts';
import { closeGraph, openGraph } from '../../../src/db/client.ts';
import type { Database } from '../../../src/neo4j/types.ts';
import { ask } from '../../support/asked.ts';
import { cannon } from '../../support/cannon.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { readyService, type Served } from '../../support/served.ts';
import { expectSound } from '../../support/verify.ts';

const STATEMENTS = 100_000;
const ALWAYS_GOOD = '/v1/statements/s-7';
const RECOVERED_WITHIN = 5000;

/** What reads most: everything of the graph, hubs, broad words, long pages. */
const COSTLIEST = [
  '/v1/network?limit=2000',
  '/v1/network/nodes?about=country-0&limit=2000',
  '/v1/paths?from=person-0&to=person-1&maxHops=6&limit=25',
  '/v1/paths?from=person-1990&to=person-1991&maxHops=6&limit=25',
  '/v1/stats/who-about-whom',
  '/v1/stats/statements?groupBy=role',
  '/v1/stats/statements?groupBy=article',
  '/v1/timeline?interval=day&from=2010-01-01&to=2019-12-31',
  '/v1/statements?facets=speaker&facets=about&facets=act&limit=500',
  '/v1/statements?q=talks&limit=500',
  '/v1/statements?minConfidence=0.99&limit=500',
  '/v1/search?q=talks&limit=100',
  '/v1/relations?at=2010-01-15&limit=500',
  '/v1/entities/country-0',
];
const [ANSWER_WITHIN, REFUSED_WITHIN] = [2000, 3000];

/** What is asked on ordinary days: pages, which cost the same on every graph. */
const ORDINARY = GROWTH_CASES.filter(
  ({ growth, operationId }) => growth === 'page' && operationId !== 'getEntityByExternalId',
).map(({ url }) => url);
/** The same, and something new each time, which no cached response has. */
const NEW_EACH_TIME = ORDINARY.filter((url) => url.startsWith('/v1/statements?')).map(
  (url) => `${url}&minConfidence=0.0{n}`,
);
const SURVIVORS_WITHIN = 1000;
/** Megabytes: of the service, and what the index of counts may take beside it for a million statements. */
const MOST_RESIDENT = 400 + 300;
/** The share of what is answered at best that has to be answered under overload. */
const GOODPUT = 0.8;

let database: Database;
beforeAll(async () => {
  database = await generatedGraph(STATEMENTS, () => {}, { NEO4J_HEAP: '1g', NEO4J_PAGECACHE: '512m' });
});
afterAll(() => database?.stop());

/** A service that says that it is ready, as one is that requests are sent to, and was asked everything. */
async function warmService(paths: string[], settings: Record<string, string> = {}) {
  const service = await readyService(database, settings);
  for (const path of [ALWAYS_GOOD, ...paths, ...paths]) await ask(service.url + path);
  return service;
}

/** Whether the service answers well again by the time that it takes queries to end. */
const recovers = ({ url }: Served) =>
  expect.poll(async () => (await ask(url + ALWAYS_GOOD)).status, { timeout: RECOVERED_WITHIN }).toBe(200);

faultRow(13, 'the costliest queries on 100,000 statements, 16 at once', async () => {
  const service = await warmService(COSTLIEST, { RESPONSE_CACHE: '0' });
  const faults: string[] = [];
  const told: string[] = [];
  let [slowest, latest] = [0, 0];
  try {
    for (const path of COSTLIEST) {
      const load = { url: service.url, connections: 16, seconds: 10, paths: [path] };
      const { statuses, unanswered } = await cannon(load).came;
      const counts = Object.entries(statuses).map(([status, { count, p99, most }]) => {
        if (status === '200') slowest = Math.max(slowest, p99);
        else latest = Math.max(latest, most);
        if (status === '200' ? p99 > ANSWER_WITHIN : most > REFUSED_WITHIN)
          faults.push(`${path}: ${status} after ${Math.round(status === '200' ? p99 : most)} ms`);
        if (!['200', '422', '503', '504'].includes(status)) faults.push(`${path}: ${status}`);
        return `${count} × ${status} (p99 ${Math.round(p99)} ms)`;
      });
      console.log(`  ${path}: ${counts.join(', ')}`);
      if (unanswered > 0) faults.push(`${path}: ${unanswered} not answered`);
      if (!statuses['200']) told.push(path);
      await recovers(service);
    }
  } finally {
    await service.stop();
  }
  expectNone('wrong answers', faults);
  const refused = told.length === 0 ? '' : `, never answered at this load: ${told.join(' ')}`;
  return `${COSTLIEST.length} queries, p99 of responses ≤ ${Math.round(slowest)} ms, refusals ≤ ${Math.round(latest)} ms${refused}; ${await soundDatabase()}`;
});

faultRow(26, '256 connections for 30 s', async () => {
  const service = await warmService(NEW_EACH_TIME.map((path) => path.replace('{n}', '0')));
  let resident = 0;
  const watching = setInterval(() => {
    resident = Math.max(resident, residentMegabytes(service.pid));
  }, 200);
  try {
    const load = { url: service.url, connections: 256, seconds: 30, paths: NEW_EACH_TIME };
    const { statuses, unanswered } = await cannon(load).came;
    expect(Object.keys(statuses).filter((status) => !['200', '429', '503'].includes(status))).toEqual([]);
    expect(unanswered).toBe(0);
    const { count, p99 } = statuses['200']!;
    expect(count).toBeGreaterThan(0);
    expect(p99).toBeLessThanOrEqual(SURVIVORS_WITHIN);
    expect(resident).toBeLessThanOrEqual(MOST_RESIDENT);
    await recovers(service);
    const counts = Object.entries(statuses).map(([status, of]) => `${of.count} × ${status}`);
    return `${counts.join(', ')}; p99 of the 200s ${Math.round(p99)} ms, at most ${resident} MB; ${await soundDatabase()}`;
  } finally {
    clearInterval(watching);
    await service.stop();
  }
});

faultRow(37, '64 and 256 connections that each ask something new', async () => {
  const service = await warmService(NEW_EACH_TIME.map((path) => path.replace('{n}', '0')));
  const good: Record<number, number> = {};
  const told: string[] = [];
  try {
    for (const connections of [16, 64, 160, 256]) {
      const load = { url: service.url, connections, seconds: 12, paths: NEW_EACH_TIME };
      const { statuses, unanswered } = await cannon(load).came;
      expect(Object.keys(statuses).filter((status) => !['200', '503'].includes(status))).toEqual([]);
      expect(unanswered).toBe(0);
      good[connections] = statuses['200']?.count ?? 0;
      if (statuses['503']) expect(statuses['503'].p99).toBeLessThanOrEqual(SURVIVORS_WITHIN);
      told.push(`${connections}: ${Math.round(good[connections] / load.seconds)} a second`);
      console.log(`  ${told.at(-1)}, ${JSON.stringify(statuses)}`);
    }
    expect(good[256]! / good[64]!).toBeGreaterThanOrEqual(GOODPUT);
    return `${told.join(', ')}: ${(good[256]! / good[64]!).toFixed(2)} of that at 64; ${await soundDatabase()}`;
  } finally {
    await service.stop();
  }
});

async function soundDatabase(): Promise<string> {
  const graph = openGraph(database);
  try {
    return await expectSound(graph);
  } finally {
    await closeGraph(graph);
  }
}
