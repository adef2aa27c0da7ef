import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { batchedRead } from '../../../src/db/batch.ts';
import { closeGraph, type Graph, openGraph, read } from '../../../src/db/client.ts';
import { testDatabase } from '../../support/database.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';

const MARK = 'row_14_endless';
/** More pairs of pairs than anybody waits for. */
const ENDLESS = `MATCH (a), (b), (c), (row_14_endless)
WHERE size(coalesce(a.id, '')) + size(coalesce(b.id, '')) + size(coalesce(c.id, '')) < size(row_14_endless.missing)
RETURN count(*) AS count`;
/** The same without reading anything. */
const COUNTING = `UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS row_14_endless
WITH a, row_14_endless WHERE a + row_14_endless < 0 RETURN count(*) AS count`;
/** One text of 16 MB, counted each time that it is collected: it is over the limit before much is held. */
const LARGE = `WITH reduce(text = 'x', n IN range(1, 24) | text + text) AS row_15_text
UNWIND range(1, 2000) AS n RETURN size(collect(row_15_text)) AS size`;

const watching = testGraph();
/** With the time limit of the service, and not the longer one of the tests. */
const graph = openGraph(testDatabase().connection);
const sent: string[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  const { uri, user, password } = testDatabase().connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    logging: { level: 'debug', logger: (_, message) => message.includes('C: RUN') && sent.push(message) },
  });
  const logged: Graph = { ...graph, driver };
  app = await buildApp({ graph });
  app.get('/test/endless', () => read(graph, ENDLESS));
  app.get('/test/counting', () => read(graph, COUNTING));
  app.get('/test/batched', () => batchedRead(graph, ENDLESS));
  app.get('/test/large', () => read(logged, LARGE));
  app.addHook('onClose', () => driver.close());
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await closeGraph(graph);
});

async function running(): Promise<unknown[]> {
  return read(
    watching,
    'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $mark RETURN currentQuery',
    { mark: MARK },
  );
}

async function timed(url: string) {
  const started = performance.now();
  const response = await app.inject({ url });
  return { response, took: performance.now() - started };
}

const get = async (url: string) => ({ status: (await app.inject({ url })).statusCode });

for (const [what, url] of [
  ['runaway transaction', '/test/endless'],
  ['runaway transaction that reads nothing', '/test/counting'],
  ['runaway transaction of a batch', '/test/batched'],
] as const) {
  faultRow(14, what, async () => {
    const asked = timed(url);
    for (let seen = false; !seen; seen = (await running()).length > 0) await sleep(20);
    const { response, took } = await asked;
    expect(response.statusCode).toBe(504);
    expect(response.json()).toMatchObject({ code: 'query-timeout' });
    expectNoLeak(response.body);
    expect(took).toBeLessThan(3000);
    const answered = performance.now();
    while ((await running()).length > 0) {
      expect(performance.now() - answered).toBeLessThan(1000);
      await sleep(20);
    }
    const gone = performance.now() - answered;
    await expectGood(get);
    return `504 after ${(took / 1000).toFixed(1)} s, gone from the server ${Math.round(gone)} ms later`;
  });
}

faultRow(15, 'memory-limit transaction', async () => {
  // Opens the connection, and whatever else the driver does first.
  await expectGood(get);
  const { response, took } = await timed('/test/large');
  const attempts = sent.filter((message) => message.includes('row_15_text')).length;
  expect([response.statusCode, response.json().code]).toEqual([503, 'database-unavailable']);
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  expectNoLeak(response.body);
  expect(took).toBeLessThan(3000);
  expect(attempts).toBe(1);
  await expectGood(get);
  return `503 after ${(took / 1000).toFixed(1)} s, ${attempts} attempt`;
});
