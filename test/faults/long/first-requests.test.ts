import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { closeGraph, openGraph } from '../../../src/db/client.ts';
import { applySchema } from '../../../src/db/schema.ts';
import { queries } from '../../../src/endpoints/index.ts';
import { cookbookQuestions } from '../../../src/http/cookbook.ts';
import { validate, writeChecked } from '../../../src/ingest/ingest.ts';
import { provideDatabase } from '../../../src/neo4j/sources/provide.ts';
import type { Database } from '../../../src/neo4j/types.ts';
import { ownAuthority, projectFolder, seedFolder } from '../../../src/project.ts';
import { exampleUrl } from '../../../src/query/request-url.ts';
import { ask } from '../../support/asked.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { managedConfig } from '../../support/managed-config.ts';
import { addressOf, queryParameters } from '../../support/query-parameters.ts';
import { type Served, startServed } from '../../support/served.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const READY_WITHIN = 90_000;
const NOTICEABLE = 300;

/** A database that has planned nothing yet. */
let database: Database;
let service: Served;

beforeAll(async () => {
  const config = { ...managedConfig, NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '128m' };
  database = await provideDatabase(config, { projectFolder, ephemeral: true, onProgress: () => {} });
  const graph = openGraph(database);
  await applySchema(graph);
  await writeChecked(graph, validate([seedFolder], ownAuthority));
  await closeGraph(graph);
  service = await startServed(database, { RESPONSE_CACHE: '0', WRITE_KEY: KEY });
});
afterAll(async () => {
  await service?.stop();
  await database?.stop();
});

/** Every example, what the cookbook asks, and each documented parameter alone. */
const SHAPES = [
  ...new Set([
    ...queries.flatMap((query) => query.examples.map((example) => exampleUrl(query, example))),
    ...cookbookQuestions().map(({ path }) => path),
    ...queryParameters
      .filter(({ kind, inPath }) => !inPath && (kind === 'enum' || kind === 'boolean' || kind === 'date'))
      .map(({ query, name, kind, words }) =>
        addressOf(query, { [name]: kind === 'date' ? '2018-01-01' : (words[0] ?? 'true') }),
      ),
  ]),
];

/** Filters together that no example has. */
const TOGETHER = [
  '/v1/statements?speaker=Trump&about=Pakistan&polarity=negative&quoteType=direct&minConfidence=0.5',
  '/v1/statements?act=010&saidFrom=2017-01-01&saidTo=2019-12-31&attribution=any&sort=oldest',
  '/v1/events?participants=pakistan&from=2017-01-01&sort=oldest',
  '/v1/mentions?entity=pakistan&form=name&resolved=true',
];

/** What is asked for the first time, with how many milliseconds longer that took than the second time. */
async function askedTwice(paths: string[], faults: string[]) {
  const asked = [];
  for (const path of paths) {
    const first = await ask(service.url + path);
    if (first.status >= 500) faults.push(`${path}: ${first.status} after ${Math.round(first.took)} ms`);
    const second = await ask(service.url + path);
    asked.push({ path, longer: Math.round(first.took - second.took) });
  }
  return asked;
}

faultRow(
  40,
  'the first request of each shape',
  async () => {
    const started = performance.now();
    const early = await ask(`${service.url}/v1/statements?about=Pakistan`);
    expect(early.status, 'a request before the service is ready').toBe(200);
    while ((await ask(`${service.url}/readyz`)).status !== 200) {
      expect(performance.now() - started).toBeLessThan(READY_WITHIN);
      await sleep(500);
    }
    const ready = performance.now() - started;
    const faults: string[] = [];
    const asked = await askedTwice(SHAPES, faults);
    const together = await askedTwice(TOGETHER, faults);
    expectNone('failures', faults);
    const slow = asked.filter(({ longer }) => longer > NOTICEABLE);
    expectNone(
      'slow ones',
      slow.map(({ path, longer }) => `${path}: ${longer} ms`),
    );
    const slowest = (of: typeof asked) => Math.max(...of.map(({ longer }) => longer));
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const body = JSON.stringify({
      id: 'first-article',
      text: 'It rained.',
      annotation: { article: { title: 'Rain', language: 'en' } },
    });
    const posted = await ask(`${service.url}/v1/articles`, { method: 'POST', headers, body });
    const { authorization } = headers;
    const removed = await ask(`${service.url}/v1/articles/first-article`, {
      method: 'DELETE',
      headers: { authorization },
    });
    expect([posted.status, removed.status]).toEqual([201, 204]);
    return `ready after ${Math.round(ready / 1000)} s; ${asked.length} shapes, 0 of them 5xx, the slowest by ${slowest(asked)} ms; filters together that no example has by ${slowest(together)} ms; first POST ${Math.round(posted.took)} ms, first DELETE ${Math.round(removed.took)} ms`;
  },
  600_000,
);
